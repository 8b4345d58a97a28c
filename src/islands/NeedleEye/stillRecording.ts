/** Read when the page is built: what is shown before the recordings arrive, and without scripts. */
import { readRecording } from '#data/recordings/readRecording.ts';

export const recordings = {
  squared: readRecording('needle-squared'),
  plain: readRecording('needle-plain'),
};
