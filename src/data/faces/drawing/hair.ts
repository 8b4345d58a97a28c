import { around, type Point } from '../curve.ts';
import type { Identity } from '../identity.ts';
import type { Sketch } from './sketch.ts';
import type { Sitter } from './sitter.ts';
import { mirrored } from './symmetry.ts';

/** The values of `hairStyle` that differ in more than the fringe. */
const CURLS = 2;
const LONG = 3;
const BUN = 4;

/** What of the hair is behind the head. */
export function drawHairBehind(sketch: Sketch, { identity, pose }: Sitter): void {
  const { headWidth: w, headHeight: h, hairStyle, hairTone } = identity;
  if (hairStyle === LONG) {
    const outline = mirrored([
      [0, -1.16 * h],
      [0.95 * w, -0.8 * h],
      [1.28 * w, 0],
      [1.3 * w, 0.7 * h],
      [0.9 * w, 1.05 * h],
      [0, 1.0 * h],
    ]);
    sketch.area('hair', outline.map(pose.place), hairTone);
  }
  if (hairStyle === BUN)
    sketch.outlinedArea('hair', around([0, -1.18 * h], 0.2, 0.17).map(pose.place), hairTone);
}

/** The outline of the hair over the top of the head, from ear to ear. */
const crownOf = ({ headWidth: w, headHeight: h }: Identity): Point[] => [
  [-0.99 * w, -0.22 * h],
  [-1.04 * w, -0.5 * h],
  [-0.66 * w, -0.95 * h],
  [0, -1.12 * h],
  [0.66 * w, -0.95 * h],
  [1.04 * w, -0.5 * h],
  [0.99 * w, -0.22 * h],
];

/** The edge of the hair on the forehead, by style, from right to left; undefined for a bald head. */
function fringeOf({ headWidth: w, headHeight: h, hairline, parting, hairStyle }: Identity) {
  const edge = -hairline * h;
  const fringes: readonly (readonly Point[])[] = [
    [
      [0.78 * w, edge * 0.9],
      [0.3 * w, edge],
      [-0.3 * w, edge],
      [-0.78 * w, edge * 0.9],
    ],
    [
      [0.8 * w, edge * 0.7],
      [(parting + 0.12) * w, edge * 1.25],
      [(parting - 0.12) * w, edge * 1.25],
      [-0.8 * w, edge * 0.7],
    ],
    [
      [0.84 * w, edge * 0.85],
      [0.3 * w, edge * 0.72],
      [-0.3 * w, edge * 0.72],
      [-0.84 * w, edge * 0.85],
    ],
    [
      [0.86 * w, edge * 0.3],
      [(parting + 0.1) * w, edge * 1.2],
      [(parting - 0.1) * w, edge * 1.2],
      [-0.86 * w, edge * 0.3],
    ],
    [
      [0.8 * w, edge],
      [0.25 * w, edge * 1.25],
      [-0.25 * w, edge * 1.25],
      [-0.8 * w, edge],
    ],
  ];
  return fringes[hairStyle];
}

/** The hair over the forehead. */
export function drawHair(sketch: Sketch, { identity, pose }: Sitter): void {
  const { headWidth, hairStyle, hairTone } = identity;
  const crown = crownOf(identity);
  const fringe = fringeOf(identity);
  if (fringe) {
    const outline = [...crown.map(pose.place), ...fringe.map(pose.onHead)];
    sketch.outlinedArea('hair', outline, hairTone);
  }
  if (hairStyle === CURLS)
    for (const at of crown)
      sketch.area('hair', around(at, 0.19 * headWidth + 0.03, 0.16).map(pose.place), hairTone);
}
