import { recordedPicture } from '#data/recordings/recordedPicture.ts';
import { StillPicture } from '#kit/scatter/StillPicture.tsx';
import eye from './eye.json' with { type: 'json' };
import type { Distance } from './runs.ts';
import { recordings } from './stillRecording.ts';

/** The digits of a recorded run at the eye, drawn when the page is built. */
export default function StillCloud({ distance }: { readonly distance: Distance }) {
  const { labels } = recordings[distance];
  return (
    <StillPicture
      picture={recordedPicture(recordings[distance], eye.step)}
      labels={labels}
      label={`${labels.length} held-out digits at step ${eye.step} under ${distance} distances, at the scale of their cloud`}
    />
  );
}
