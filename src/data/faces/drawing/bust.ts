import { around, type Point } from '../curve.ts';
import type { Sketch } from './sketch.ts';
import type { Sitter } from './sitter.ts';
import { leftOf, mirrored, SIDES } from './symmetry.ts';

const CLOTHES: readonly Point[] = [
  [0, 0.86],
  [0.3, 0.82],
  [0.75, 0.98],
  [0.95, 1.5],
  [0, 1.7],
];
const NECK: readonly Point[] = [
  [0, 0.4],
  [0.19, 0.45],
  [0.2, 0.86],
  [0, 0.97],
];

export function drawShoulders(sketch: Sketch, { identity, nuisance, pose }: Sitter): void {
  sketch.outlinedArea('clothes', mirrored(CLOTHES).map(pose.place), nuisance.clothes);
  sketch.area('neck', mirrored(NECK).map(pose.place), identity.skin * 0.9);
}

export function drawEars(sketch: Sketch, { identity, pose }: Sitter): void {
  const { headWidth, earSize, skin } = identity;
  for (const side of SIDES) {
    const outline = around([side * 1.02 * headWidth, -0.02], earSize * 0.75, earSize * 1.25);
    sketch.outlinedArea('ear', outline.map(pose.place), skin * 0.94);
  }
}

export function drawHead(sketch: Sketch, { identity, pose }: Sitter): void {
  const { headWidth: w, headHeight: h, jaw, chin, skin } = identity;
  const outline = mirrored([
    [0, -h],
    [0.68 * w, -0.76 * h],
    [w, -0.12 * h],
    [jaw * w, 0.55 * h],
    [chin * w, 0.88 * h],
    [0, h],
  ]);
  sketch.outlinedArea('head', outline.map(pose.place), skin);
}

/** A full beard around the chin. */
export function drawBeard(sketch: Sketch, { identity, pose }: Sitter): void {
  const { headWidth: w, headHeight: h, jaw, chin, skin, hairTone, mouthHeight } = identity;
  const top = mouthHeight - 0.1;
  const right: readonly Point[] = [
    [0.97 * jaw * w, 0.38 * h],
    [0.98 * jaw * w, 0.56 * h],
    [chin * w, 0.9 * h],
  ];
  const outline = [
    pose.onHead([0.16, top]),
    // Along the outline of the head, which stays where it is when the face turns.
    ...right.map(pose.place),
    pose.place([0, 1.02 * h]),
    ...leftOf(right).map(pose.place),
    pose.onHead([-0.16, top]),
    pose.onHead([0, top + 0.02]),
  ];
  sketch.area('beard', outline, 0.35 * skin + 0.65 * hairTone);
}
