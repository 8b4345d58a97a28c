import { classMedians, project } from '#kit/scatter/embeddingView.ts';
import { DIGITS } from '#kit/scatter/palette.ts';
import { SIZE } from '#kit/scatter/scatter.ts';
import { StillClasses } from '#kit/scatter/StillClasses.tsx';
import eye from './eye.json' with { type: 'json' };
import { recordedPicture } from '#data/recordings/recordedPicture.ts';
import type { Distance } from './runs.ts';
import { recordings } from './stillRecording.ts';

const WHOLE_VIEW = { x: 0, y: 0, half: 1 };

/** The digits of a recorded run at the eye, drawn when the page is built. */
export default function StillCloud({ distance }: { readonly distance: Distance }) {
  const { labels } = recordings[distance];
  const picture = recordedPicture(recordings[distance], eye.step);
  const places = project(picture, WHOLE_VIEW, SIZE).map(Math.round);
  const medians = classMedians(places, labels, DIGITS.length);
  const dotsOf = (digit: number) =>
    Array.from(labels, (label, row) =>
      label === digit ? `M${places[2 * row]} ${places[2 * row + 1]}h0` : '',
    ).join('');
  return (
    <svg
      data-drawing
      viewBox={`0 0 ${SIZE} ${SIZE}`}
      role="img"
      aria-label={`${labels.length} held-out digits at step ${eye.step} under ${distance} distances, at the scale of their cloud`}
    >
      <StillClasses
        classes={DIGITS.map((digit) => ({
          points: dotsOf(digit),
          median: [...medians.subarray(2 * digit, 2 * digit + 2)],
        }))}
      />
    </svg>
  );
}
