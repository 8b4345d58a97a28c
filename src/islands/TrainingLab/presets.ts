import { DEFAULT_CONFIG, type TrainingConfig } from '../../training/config.ts';

export interface Preset {
  readonly name: string;
  /** What it is, and what will be seen. */
  readonly about: string;
  readonly config: TrainingConfig;
}

/** Runs worth starting from. */
export const PRESETS: readonly Preset[] = [
  {
    name: 'Batch-all',
    about: 'The lab as it opens: every triplet of a batch, averaged over those with a loss.',
    config: DEFAULT_CONFIG,
  },
  {
    name: 'In defense of the triplet loss',
    about:
      'Batch-hard, plain distance, soft margin, 4 images a class (Hermans et al. 2017), on a fresh network instead of a trained one.',
    config: {
      ...DEFAULT_CONFIG,
      miner: 'batch-hard',
      distance: 'plain',
      softMargin: true,
      k: 4,
      learningRate: 0.0003,
    },
  },
  {
    name: 'Collapse',
    about: 'Batch-hard on squared distances from a fresh network: everything falls into one point.',
    config: { ...DEFAULT_CONFIG, miner: 'batch-hard', learningRate: 0.001 },
  },
];
