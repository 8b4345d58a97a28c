import { readRecording } from '#data/recordings/readRecording.ts';
import { recordedPicture } from '#data/recordings/recordedPicture.ts';
import { StillPicture } from '#kit/scatter/StillPicture.tsx';
import { STEPS } from './runs.ts';

const recording = readRecording('views');

/** The end of the recorded run, drawn when the page is built. */
export default function StillCloud() {
  const { labels } = recording;
  return (
    <StillPicture
      picture={recordedPicture(recording, STEPS)}
      labels={labels}
      label={`${labels.length} held-out digits after ${STEPS} steps, along two principal axes of 32 dimensions`}
    />
  );
}
