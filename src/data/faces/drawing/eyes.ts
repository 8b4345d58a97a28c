import { around, type Point } from '../curve.ts';
import { INK, type Sketch } from './sketch.ts';
import type { Sitter } from './sitter.ts';
import { SIDES } from './symmetry.ts';

type Side = (typeof SIDES)[number];

/** Points about an eye: outwards and down from its middle, tilted. */
const about =
  ({ identity: { eyeDistance, eyeHeight }, pose }: Sitter, side: Side) =>
  (dx: number, dy: number, tilt: number): Point =>
    pose.onHead([side * (eyeDistance + dx), eyeHeight + dy - dx * tilt]);

function drawEye(sketch: Sketch, sitter: Sitter, side: Side): void {
  const { eyeSize, eyeShape, eyeTilt } = sitter.identity;
  const at = about(sitter, side);
  const tall = eyeSize * eyeShape * sitter.nuisance.eyesOpen;
  const outline = [
    at(-eyeSize, 0, eyeTilt),
    at(-0.4 * eyeSize, -0.85 * tall, eyeTilt),
    at(0.4 * eyeSize, -0.85 * tall, eyeTilt),
    at(eyeSize, 0, eyeTilt),
    at(0, 0.8 * tall, eyeTilt),
  ];
  sketch.area('eye', outline, 0.98);
  const [x, y] = at(0, 0, 0);
  sketch.area('iris', around([x, y], 0.72 * tall, 0.8 * tall), INK);
  sketch.area('glint', around([x + 0.2 * tall, y - 0.28 * tall], 0.2 * tall, 0.2 * tall), 1);
  const lid = [
    at(-1.05 * eyeSize, 0, eyeTilt),
    at(-0.4 * eyeSize, -0.9 * tall, eyeTilt),
    at(0.4 * eyeSize, -0.9 * tall, eyeTilt),
    at(1.12 * eyeSize, 0, eyeTilt),
  ];
  sketch.line('lid', lid, 0.03);
}

function drawBrow(sketch: Sketch, sitter: Sitter, side: Side): void {
  const { eyeSize, browHeight, browTilt, browThickness, hairTone } = sitter.identity;
  const at = about(sitter, side);
  const height = -browHeight - sitter.nuisance.browsRaised;
  const brow = [
    at(-1.15 * eyeSize, height, browTilt),
    at(0, height - 0.025, browTilt),
    at(1.25 * eyeSize, height, browTilt),
  ];
  sketch.line('brow', brow, browThickness, hairTone * 0.8);
}

export function drawEyes(sketch: Sketch, sitter: Sitter): void {
  for (const side of SIDES) {
    drawEye(sketch, sitter, side);
    drawBrow(sketch, sitter, side);
  }
}
