import { drawAll, type Range } from './chance.ts';

/** What changes from picture to picture of one person. Angles in radians. */
export const NUISANCE_RANGES = {
  yaw: { min: -0.5, max: 0.5 },
  pitch: { min: -0.22, max: 0.22 },
  roll: { min: -0.16, max: 0.16 },
  smile: { min: -0.6, max: 1 },
  mouthOpen: { min: 0, max: 1 },
  eyesOpen: { min: 0.55, max: 1 },
  browsRaised: { min: -0.02, max: 0.04 },
  /** Where the light comes from, and how strong it is. */
  lightAngle: { min: -Math.PI, max: Math.PI },
  light: { min: 0, max: 0.5 },
  /** 0 and 1 are none, 2 round, 3 square. */
  glasses: { min: 0, max: 3, whole: true },
  background: { min: 0.7, max: 1 },
  clothes: { min: 0.15, max: 0.85 },
  zoom: { min: 0.9, max: 1.12 },
  shiftX: { min: -0.1, max: 0.1 },
  shiftY: { min: -0.08, max: 0.08 },
  /** Deviation of the noise of each pixel; the crisp drawing leaves it out. */
  noise: { min: 0, max: 0.06 },
} as const satisfies Record<string, Range>;

export type Nuisance = Readonly<Record<keyof typeof NUISANCE_RANGES, number>>;

/** The picture of a seed. */
export const createNuisance = (seed: number): Nuisance => drawAll(seed, NUISANCE_RANGES);

/** From the front, in even light, at rest: the picture to compare others with. */
export const PLAIN_NUISANCE: Nuisance = {
  yaw: 0,
  pitch: 0,
  roll: 0,
  smile: 0.3,
  mouthOpen: 0,
  eyesOpen: 1,
  browsRaised: 0,
  lightAngle: 0,
  light: 0,
  glasses: 0,
  background: 0.92,
  clothes: 0.5,
  zoom: 1,
  shiftX: 0,
  shiftY: 0,
  noise: 0,
};
