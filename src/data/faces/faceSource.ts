import type { DataSource } from '../sources.ts';
import { FACE_SIDE } from './population.ts';

/** Drawn people, whose classes have no names. */
export const FACES: DataSource = {
  reference: { source: 'faces' },
  height: FACE_SIDE,
  width: FACE_SIDE,
  classes: [],
  title: 'drawn faces',
  isDigits: false,
};
