import { DEFAULT_CONFIG, type TrainingConfig } from '#training/config.ts';

/** A configuration that is trained once for each seed, and the steps at which it is looked at. */
export interface Watched {
  readonly id: string;
  /** How it differs from the lab's defaults; the seed is not among it. */
  readonly settings: Partial<TrainingConfig>;
  readonly steps: readonly number[];
}

export const SEEDS = [1, 2, 3] as const;

const EYE_STEPS = [0, 50, 100, 200, 400, 800, 1500];
const RACE_STEPS = [0, 50, 100, 150, 200, 250, 300, 350, 400, 800, 1200];

/** Batch-hard with the loss averaged over all of its triplets: what the chapter carries to its end. */
const BATCH_HARD = { miner: 'batch-hard', reducer: 'mean' } as const;
const SPACES = {
  sphere: { dims: 32, normalise: true, margin: 0.2 },
  plane: { dims: 2, normalise: false, margin: 0.5 },
  'free-16': { dims: 16, normalise: false, margin: 0.5 },
  'free-32': { dims: 32, normalise: false, margin: 0.5 },
} as const;
const OPTIMISERS = {
  'adam-1e-3': { optimiser: 'adam', learningRate: 0.001 },
  'adam-3e-4': { optimiser: 'adam', learningRate: 0.0003 },
  'sgd-0.1': { optimiser: 'sgd', momentum: 0.9, learningRate: 0.1 },
  'sgd-0.01': { optimiser: 'sgd', momentum: 0.9, learningRate: 0.01 },
} as const;

const inSpace = (
  space: keyof typeof SPACES,
  optimisers: readonly (keyof typeof OPTIMISERS)[],
): Watched[] =>
  optimisers.flatMap((optimiser) =>
    (['squared', 'plain'] as const).map((distance) => ({
      id: `${space}, ${distance}, ${optimiser}`,
      settings: { ...BATCH_HARD, ...SPACES[space], ...OPTIMISERS[optimiser], distance },
      steps: EYE_STEPS,
    })),
  );

const strategy = (id: string, settings: Partial<TrainingConfig>): Watched => ({
  id,
  settings,
  steps: RACE_STEPS,
});

/** What is trained, by the part of the measurement that asks for it. */
export const WATCHED = {
  sphere: inSpace('sphere', ['adam-1e-3', 'adam-3e-4', 'sgd-0.1', 'sgd-0.01']),
  plane: inSpace('plane', ['adam-1e-3']),
  free: [
    ...inSpace('free-16', ['adam-1e-3', 'adam-3e-4']),
    ...inSpace('free-32', ['adam-1e-3', 'adam-3e-4']),
  ],
  // As they race, and the lab's preset of a collapse.
  strategies: [
    strategy('batch-all', { miner: 'batch-all' }),
    strategy('semi-hard', { miner: 'semi-hard' }),
    strategy('batch-hard', { miner: 'batch-hard' }),
    strategy('random', { miner: 'random' }),
    strategy('collapse', { miner: 'batch-hard', learningRate: 0.001 }),
  ],
} as const satisfies Readonly<Record<string, readonly Watched[]>>;

export const configOf = ({ settings }: Watched, seed: number): TrainingConfig => ({
  ...DEFAULT_CONFIG,
  ...settings,
  seed,
});
