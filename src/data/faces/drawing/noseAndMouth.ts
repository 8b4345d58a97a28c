import { INK, type Sketch } from './sketch.ts';
import type { Sitter } from './sitter.ts';

/** In profile towards the side that the face is turned to. */
export function drawNose(sketch: Sketch, { identity, nuisance, pose }: Sitter): void {
  const { eyeHeight, noseLength, noseWidth } = identity;
  const top = eyeHeight + 0.06;
  const end = top + noseLength;
  const facing = nuisance.yaw < 0 ? -1 : 1;
  sketch.line('nose', [
    pose.onHead([facing * 0.25 * noseWidth, top]),
    pose.onHead([facing * noseWidth, end - 0.02]),
    pose.onHead([0.3 * facing * noseWidth, end + 0.02]),
    pose.onHead([-0.8 * facing * noseWidth, end]),
  ]);
}

/** Points about the middle of the mouth. */
const about =
  ({ identity, pose }: Sitter) =>
  (x: number, y: number) =>
    pose.onHead([x, identity.mouthHeight + y]);

export function drawMouth(sketch: Sketch, sitter: Sitter): void {
  const { mouthWidth: m, lips, skin } = sitter.identity;
  const bend = 0.07 * sitter.nuisance.smile;
  const gap = 0.09 * sitter.nuisance.mouthOpen;
  const at = about(sitter);
  const [left, middle, right] = [at(-m, -bend), at(0, bend * 0.8), at(m, -bend)];
  const outline = [
    left,
    at(-0.35 * m, bend * 0.6 - lips),
    at(0.35 * m, bend * 0.6 - lips),
    right,
    at(0, bend + lips * 1.5 + gap),
  ];
  sketch.area('lips', outline, 0.62 * skin);
  sketch.area('mouth', [left, middle, right, at(0, bend + gap)], INK);
  sketch.line('mouth', [left, middle, right]);
}

export function drawMoustache(sketch: Sketch, sitter: Sitter): void {
  const { mouthWidth: m, hairTone } = sitter.identity;
  const at = about(sitter);
  const points = [at(-0.95 * m, -0.045), at(0, -0.085), at(0.95 * m, -0.045)];
  sketch.line('moustache', points, 0.055, hairTone);
}
