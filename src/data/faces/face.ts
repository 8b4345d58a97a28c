import { drawFace } from './drawFace.ts';
import type { Drawing } from './drawing/sketch.ts';
import { createIdentity } from './identity.ts';
import { createNuisance } from './nuisance.ts';
import { rasterFace } from './rasterFace.ts';

/** The seed of a picture: each person's pictures differ from everyone else's in their own ways. */
const pictureSeed = (identity: number, picture: number) =>
  (Math.imul(identity + 1, 0x9e3779b1) ^ picture) >>> 0;

/** A numbered picture of a numbered person, for readers. */
export const faceDrawing = (identity: number, picture: number): Drawing =>
  drawFace(createIdentity(identity), createNuisance(pictureSeed(identity, picture)));

/** The same picture for the network: size × size bytes, 0 (ink) to 255 (paper). */
export function faceRaster(identity: number, picture: number, size: number): Uint8Array {
  const seed = pictureSeed(identity, picture);
  const nuisance = createNuisance(seed);
  return rasterFace(drawFace(createIdentity(identity), nuisance), {
    size,
    noise: nuisance.noise,
    seed,
  });
}
