import { drawFace } from '#data/faces/drawFace.ts';
import type { Drawing } from '#data/faces/drawing/sketch.ts';
import { faceDrawing } from '#data/faces/face.ts';
import { createIdentity } from '#data/faces/identity.ts';
import { NUISANCE_RANGES, type Nuisance, PLAIN_NUISANCE } from '#data/faces/nuisance.ts';
import { POPULATIONS } from '#data/faces/population.ts';

export type Glasses = 'none' | 'round' | 'square';

/** Who stands before the camera, and how. */
export interface Presented {
  readonly presented: number;
  readonly turn: number;
  readonly nod: number;
  readonly smile: number;
  readonly light: number;
  readonly glasses: Glasses;
}

/** What the reader may do to the presented face. */
export const NUISANCES = {
  turn: NUISANCE_RANGES.yaw,
  nod: NUISANCE_RANGES.pitch,
  smile: NUISANCE_RANGES.smile,
  light: NUISANCE_RANGES.light,
} as const;

const LIGHT_ANGLE = -2.4;

/** The pictures that a person is enrolled with. */
export const enrolledDrawing = (person: number, picture: number): Drawing =>
  faceDrawing(POPULATIONS.test.first + person, picture);

const nuisanceOf = ({ turn, nod, smile, light, glasses }: Presented): Nuisance => ({
  ...PLAIN_NUISANCE,
  yaw: turn,
  pitch: nod,
  smile,
  mouthOpen: Math.max(0, smile),
  light,
  lightAngle: LIGHT_ANGLE,
  glasses: { none: 0, round: 2, square: 3 }[glasses],
});

/** The picture that the reader makes. */
export const presentedDrawing = (state: Presented): Drawing =>
  drawFace(createIdentity(POPULATIONS.test.first + state.presented), nuisanceOf(state));
