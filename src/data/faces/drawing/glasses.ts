import { around, type Point } from '../curve.ts';
import type { Sketch } from './sketch.ts';
import type { Sitter } from './sitter.ts';
import { SIDES } from './symmetry.ts';

/** Half the width of a rim. */
const SIZE = 0.15;
const WIDTH = 0.032;

/** Every other point moved outwards: the corners of a rectangle. */
const squared = (rim: readonly Point[], [x, y]: Point): Point[] =>
  rim.map(([rx, ry], i) => (i % 2 === 1 ? [x + (rx - x) * 1.25, y + (ry - y) * 1.2] : [rx, ry]));

export function drawGlasses(
  sketch: Sketch,
  { identity, pose }: Sitter,
  rims: 'round' | 'square',
): void {
  const { eyeDistance, eyeHeight } = identity;
  for (const side of SIDES) {
    const centre: Point = [side * Math.max(eyeDistance, 0.18), eyeHeight];
    const rim = around(centre, SIZE, SIZE * 0.95);
    const shaped = rims === 'square' ? squared(rim, centre) : rim;
    sketch.ring('glasses', shaped.map(pose.onHead), WIDTH);
  }
  const bridge: readonly Point[] = [
    [-0.05, eyeHeight - 0.03],
    [0, eyeHeight - 0.05],
    [0.05, eyeHeight - 0.03],
  ];
  sketch.line('glasses', bridge.map(pose.onHead), WIDTH);
}
