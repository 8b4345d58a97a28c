import { drawAll, type Range } from './chance.ts';

/**
 * What makes a drawn person that person: lengths in half pictures, angles in radians, tones from 0
 * (ink) to 1 (paper).
 */
export const IDENTITY_RANGES = {
  headWidth: { min: 0.44, max: 0.54 },
  headHeight: { min: 0.58, max: 0.68 },
  jaw: { min: 0.62, max: 0.92 },
  chin: { min: 0.3, max: 0.7 },
  skin: { min: 0.6, max: 0.93 },
  hairTone: { min: 0.06, max: 0.5 },
  hairStyle: { min: 0, max: 5, whole: true },
  hairline: { min: 0.42, max: 0.66 },
  parting: { min: -0.4, max: 0.4 },
  earSize: { min: 0.07, max: 0.13 },
  eyeDistance: { min: 0.17, max: 0.25 },
  eyeHeight: { min: -0.12, max: 0.02 },
  eyeSize: { min: 0.075, max: 0.115 },
  eyeShape: { min: 0.5, max: 0.95 },
  eyeTilt: { min: -0.3, max: 0.3 },
  browHeight: { min: 0.12, max: 0.19 },
  browThickness: { min: 0.025, max: 0.06 },
  browTilt: { min: -0.35, max: 0.3 },
  noseLength: { min: 0.14, max: 0.26 },
  noseWidth: { min: 0.05, max: 0.11 },
  mouthWidth: { min: 0.13, max: 0.23 },
  mouthHeight: { min: 0.33, max: 0.42 },
  lips: { min: 0.012, max: 0.05 },
  beard: { min: 0, max: 3, whole: true },
} as const satisfies Record<string, Range>;

export type Identity = Readonly<Record<keyof typeof IDENTITY_RANGES, number>>;

/** The person of a seed. */
export const createIdentity = (seed: number): Identity => drawAll(seed, IDENTITY_RANGES);
