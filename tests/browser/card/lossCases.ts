import type { TrainingConfig } from '#training/config.ts';

/** A batch under a loss, for the card and for src/metric. */
export interface Case extends Pick<TrainingConfig, 'dims'> {
  readonly settings: Partial<TrainingConfig>;
  readonly labels: readonly number[];
  /** Whether all points lie on a grid, where distances are equal again and again. */
  readonly onGrid?: boolean;
}

/** Of unequal classes, in mixed order. */
const labelsOf = (rows: number, classes: number) =>
  Array.from({ length: rows }, (_, row) => (row * row + (row % 3)) % classes);

const triplet = (choice: Partial<TrainingConfig>): Partial<TrainingConfig> => ({
  ...{ loss: 'triplet', margin: 0.5 },
  ...choice,
});
const all = triplet({ miner: 'batch-all', reducer: 'mean-nonzero' });
const allPlain = triplet({ miner: 'batch-all', reducer: 'mean', distance: 'plain' });
const hardest = triplet({ miner: 'batch-hard', reducer: 'mean' });
const semiHard = triplet({ miner: 'semi-hard', reducer: 'mean-nonzero' });
const drawn = triplet({ miner: 'semi-hard-facenet', reducer: 'mean', distance: 'plain' });
const pairs: Partial<TrainingConfig> = { loss: 'contrastive', margin: 1, distance: 'plain' };
const EVERY: readonly Partial<TrainingConfig>[] = [
  ...[all, allPlain, hardest, semiHard, pairs],
  triplet({ miner: 'batch-all', reducer: 'sum', softMargin: true, distance: 'plain' }),
  triplet({ miner: 'batch-hard', softMargin: true, distance: 'plain' }),
  triplet({ miner: 'hard', reducer: 'mean', distance: 'plain' }),
  triplet({ miner: 'random', reducer: 'mean-nonzero' }),
  drawn,

  { loss: 'contrastive', margin: 0.7, distance: 'squared', reducer: 'mean' },
];

const ntXent = { loss: 'nt-xent', temperature: 0.2 } as const;
const supCon = { loss: 'sup-con', temperature: 0.3, baseTemperature: 0.1 } as const;
const similar = { loss: 'multi-similarity', similarity: 'cosine' } as const;
/** By every similarity. A multi-similarity loss without slack would turn on the last digit of a tie. */
const SIMILARITIES: readonly Partial<TrainingConfig>[] = [
  { ...ntXent, similarity: 'cosine', reducer: 'mean' },
  { ...ntXent, similarity: 'negative-plain', reducer: 'mean-nonzero' },
  { ...ntXent, similarity: 'negative-squared', temperature: 0.01 },
  { loss: 'decoupled', similarity: 'dot', reducer: 'sum' },
  { loss: 'info-nce', symmetric: true, temperature: 0.1 },
  { loss: 'info-nce', symmetric: false, similarity: 'negative-plain' },
  { loss: 'n-pair', similarity: 'dot', reducer: 'mean' },
  { ...supCon, similarity: 'cosine', reducer: 'mean' },
  { ...supCon, similarity: 'negative-squared', reducer: 'mean-nonzero' },
  { ...similar, reducer: 'mean' },
  { ...similar, pairMining: false, negativeScale: 20, similarity: 'negative-plain' },
];
const CLASS_VECTORS: readonly Partial<TrainingConfig>[] = [
  { loss: 'normalised-softmax', scale: 8, reducer: 'mean' },
  { loss: 'cos-face', scale: 30, cosineMargin: 0.2, reducer: 'mean-nonzero' },
  { loss: 'arc-face', scale: 16, angularMargin: 0.4, reducer: 'sum' },
  { loss: 'arc-face', scale: 4, angularMargin: 1.5 },
  { loss: 'proxy-nca', scale: 8 },
];
const VIEWS: readonly Partial<TrainingConfig>[] = [
  { loss: 'vicreg', reducer: 'mean' },
  { loss: 'vicreg', invariance: 2, variance: 30, covariance: 20, reducer: 'sum' },
  { loss: 'barlow-twins', redundancy: 0.1, reducer: 'mean-nonzero' },
];
const [cosines] = SIMILARITIES;
/** Softmaxes of what is missing: no pair, one pair alone, one class alone, one of each. */
const LACKING: readonly (readonly number[])[] = [
  [1, 2, 3],
  [5, 5],
  [4, 4, 4],
  [7, 7, 2, 7, 9, 9],
];

/** A kernel takes long to compile in software: every loss with ties, and some of them otherwise. */
const BATCHES: readonly (Omit<Case, 'settings'> & { readonly losses: typeof EVERY })[] = [
  { dims: 2, labels: labelsOf(70, 5), onGrid: true, losses: EVERY },
  {
    dims: 3,
    labels: labelsOf(23, 4),
    losses: [...EVERY, ...SIMILARITIES, ...CLASS_VECTORS, ...VIEWS],
  },
  // Forty views of twenty samples, and a class of one.
  { dims: 16, labels: [...Array(40).keys(), 99].map((row) => row >> 1), losses: VIEWS },
  { dims: 32, labels: [3, 3, 8, 8, 8, 1, 1], losses: VIEWS.slice(1) },
  { dims: 2, labels: [5, 5, 6], losses: VIEWS.slice(1) },
  { dims: 32, labels: labelsOf(65, 30), losses: SIMILARITIES.slice(7) },
  { dims: 32, labels: labelsOf(131, 10), losses: [allPlain, semiHard, drawn] },
  { dims: 16, labels: labelsOf(67, 80), losses: CLASS_VECTORS.slice(1, 3) },
  { dims: 2, labels: labelsOf(512, 10), losses: [all] },
  { dims: 3, labels: labelsOf(24, 5), losses: [triplet({ miner: 'offline-hard' })] },
  // A class of one, and one class alone.
  { dims: 3, labels: [7, 7, 2, 7, 9, 9], losses: [all, hardest, drawn] },
  { dims: 3, labels: [4, 4, 4], losses: [all, hardest, drawn, pairs] },
  ...LACKING.map((labels) => ({
    ...({ dims: 2, labels } as const),
    losses: [
      cosines!,
      { ...supCon },
      { ...similar },
      { loss: 'info-nce', symmetric: true } as const,
    ],
  })),
];
const ON_SPHERE = { dims: 16, labels: labelsOf(40, 6) } as const;
export const CASES: readonly Case[] = [
  ...BATCHES.flatMap(({ losses, ...batch }) => losses.map((settings) => ({ ...batch, settings }))),
  ...[all, hardest, cosines!, CLASS_VECTORS[0]!, ...VIEWS.slice(1)].map((choice) => ({
    ...ON_SPHERE,
    settings: { ...choice, normalise: true },
  })),
];
