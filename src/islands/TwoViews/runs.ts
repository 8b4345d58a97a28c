import { DEFAULT_CONFIG, type TrainingConfig } from '#training/settings/table.ts';

/** What the reader may choose of a run. */
export type Choices = Pick<
  TrainingConfig,
  | 'turnBy'
  | 'shiftBy'
  | 'scaleBy'
  | 'shearBy'
  | 'eraseSide'
  | 'noise'
  | 'network'
  | 'temperature'
  | 'p'
  | 'seed'
> & {
  /** What defends it: other images, variance, or, of VICReg without its variance, nothing. */
  readonly defence: 'negatives' | 'variance' | 'none';
};

export const STRENGTHS = ['turnBy', 'shiftBy', 'scaleBy', 'shearBy', 'eraseSide', 'noise'] as const;
export type Strengths = Pick<Choices, (typeof STRENGTHS)[number]>;

const NO_STRENGTH: Strengths = {
  turnBy: 0,
  shiftBy: 0,
  scaleBy: 0,
  shearBy: 0,
  eraseSide: 0,
  noise: 0,
};

/** Views that a person would call the same digit, and many images to tell it from. */
export const SENSIBLE: Choices = {
  ...NO_STRENGTH,
  turnBy: 15,
  shiftBy: 2,
  scaleBy: 0.1,
  shearBy: 0.2,
  network: 'mlp',
  temperature: 0.2,
  p: 256,
  seed: 1,
  defence: 'negatives',
};

export interface Preset {
  readonly id: string;
  readonly label: string;
  readonly choices: Choices;
}

/** Runs that are worth comparing, each by the one thing in which it differs. */
export const PRESETS: readonly Preset[] = [
  { id: 'sensible', label: 'Sensible views', choices: SENSIBLE },
  { id: 'none', label: 'No augmentation', choices: { ...SENSIBLE, ...NO_STRENGTH } },
  { id: 'any-angle', label: 'Any angle', choices: { ...SENSIBLE, turnBy: 180 } },
  { id: 'small-batch', label: 'Batch of 16', choices: { ...SENSIBLE, p: 16 } },
  { id: 'vicreg', label: 'VICReg', choices: { ...SENSIBLE, defence: 'variance' } },
  {
    id: 'no-variance',
    label: 'VICReg without variance',
    choices: { ...SENSIBLE, defence: 'none' },
  },
];

export const DIMS = 32;
export const STEPS = 400;
const LEARNING_RATE = 0.001;

/** NT-Xent on the 32-D sphere; VICReg, which asks for a spread of 1, in free space. */
export function configOf({ defence, ...choices }: Choices): TrainingConfig {
  const isFree = defence !== 'negatives';
  return {
    ...DEFAULT_CONFIG,
    loss: isFree ? 'vicreg' : 'nt-xent',
    variance: defence === 'none' ? 0 : DEFAULT_CONFIG.variance,
    miner: 'batch-all',
    reducer: 'mean',
    sampler: 'views',
    k: 2,
    dims: DIMS,
    normalise: !isFree,
    learningRate: LEARNING_RATE,
    augmentation: 'distortion',
    ...choices,
  };
}

/** The standard deviation of a coordinate that a cloud has which is spread as its loss would have it. */
export const wantedStd = ({ defence }: Pick<Choices, 'defence'>): number =>
  defence === 'negatives' ? 1 / Math.sqrt(DIMS) : 1;
