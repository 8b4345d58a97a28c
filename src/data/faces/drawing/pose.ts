import type { Point } from '../curve.ts';
import type { Identity } from '../identity.ts';
import type { Nuisance } from '../nuisance.ts';

/** How much the head protrudes, in half widths: what turning moves features by. */
const DEPTH = 0.75;

/** Puts points of the head's plane on the turned, tilted, shifted head. */
export function createPose({ headWidth, headHeight }: Identity, nuisance: Nuisance) {
  const { yaw, pitch, roll, zoom, shiftX, shiftY } = nuisance;
  /** What does not move when the face turns: outlines, hair, clothes. */
  const place = ([x, y]: Point): Point => {
    const px = zoom * (x * Math.cos(roll) - y * Math.sin(roll)) + shiftX;
    const py = zoom * (x * Math.sin(roll) + y * Math.cos(roll)) + shiftY + 0.08;
    return [px, py];
  };
  const onHead = ([x, y]: Point): Point => {
    const depth = Math.sqrt(Math.max(0, 1 - (x / headWidth) ** 2 - (y / headHeight) ** 2));
    const z = DEPTH * headWidth * depth;
    return place([
      x * (1 - depth + depth * Math.cos(yaw)) + z * Math.sin(yaw),
      y + z * Math.sin(pitch),
    ]);
  };
  return { place, onHead };
}
