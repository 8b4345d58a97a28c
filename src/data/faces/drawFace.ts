import { drawBeard, drawEars, drawHead, drawShoulders } from './drawing/bust.ts';
import { type Drawing, Sketch } from './drawing/sketch.ts';
import { drawEyes } from './drawing/eyes.ts';
import { drawGlasses } from './drawing/glasses.ts';
import { drawHair, drawHairBehind } from './drawing/hair.ts';
import { drawMoustache, drawMouth, drawNose } from './drawing/noseAndMouth.ts';
import { createPose } from './drawing/pose.ts';
import type { Sitter } from './drawing/sitter.ts';
import type { Identity } from './identity.ts';
import type { Nuisance } from './nuisance.ts';

/** The values of `beard` and of `glasses`; lower ones have none. */
const FULL_BEARD = 2;
const MOUSTACHE = 3;
const ROUND_GLASSES = 2;
const SQUARE_GLASSES = 3;

/** A face as shapes, from the back to the front. The same identity and nuisance give the same drawing. */
export function drawFace(identity: Identity, nuisance: Nuisance): Drawing {
  const sketch = new Sketch();
  const sitter: Sitter = { identity, nuisance, pose: createPose(identity, nuisance) };
  const { beard } = identity;
  drawHairBehind(sketch, sitter);
  drawShoulders(sketch, sitter);
  drawEars(sketch, sitter);
  drawHead(sketch, sitter);
  if (beard === FULL_BEARD) drawBeard(sketch, sitter);
  drawHair(sketch, sitter);
  drawEyes(sketch, sitter);
  drawNose(sketch, sitter);
  drawMouth(sketch, sitter);
  if (beard === MOUSTACHE || beard === FULL_BEARD) drawMoustache(sketch, sitter);
  if (nuisance.glasses === ROUND_GLASSES) drawGlasses(sketch, sitter, 'round');
  if (nuisance.glasses === SQUARE_GLASSES) drawGlasses(sketch, sitter, 'square');
  return {
    background: nuisance.background,
    shapes: sketch.shapes,
    light: { angle: nuisance.lightAngle, strength: nuisance.light },
  };
}
