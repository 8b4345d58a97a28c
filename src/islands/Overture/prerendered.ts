/** What the server draws of the recording, so that the page shows it before any script runs. */

import landmarkMoments from './landmarks.json';
import { readRecording } from '#data/recordings/readRecording.ts';
import { drawAccuracy, drawStill, drawThumbnail } from './still.ts';

const recording = readRecording('overture');

export const still = drawStill(recording, 1);
export const accuracy = drawAccuracy(recording);
export const landmarks = landmarkMoments.map(({ at }) => drawThumbnail(recording, at));
