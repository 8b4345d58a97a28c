import type { SourceEntry } from '../sources/entry.ts';
import { FACE_SIDE } from './faceSide.ts';

/** Drawn people, whose classes have no names. */
export const FACES = {
  reference: { source: 'faces' },
  height: FACE_SIDE,
  width: FACE_SIDE,
  classes: [],
  title: 'drawn faces',
  about: 'Drawn people in ten pictures each; judged by pictures of others, whom no network saw.',
  elsewhere: 'Drawn faces are trained on in the chapter on faces, not here.',
  isDigits: false,
  load: async ({ rest }) => {
    const { drawFaceData } = await import('./faceData.ts');
    return drawFaceData(rest);
  },
} as const satisfies SourceEntry;
