import type { Reading } from './reading.ts';

/** The losses that the desk knows, by what their formula is. */
export const LOSSES = {
  triplet: 'triplet, hinge',
  'triplet-soft': 'triplet, soft margin',
  contrastive: 'contrastive, of pairs',
  'nt-xent': 'NT-Xent, two views',
  'nt-xent-labels': 'NT-Xent over labels',
  supcon: 'SupCon, of SupContrast',
  'info-nce': 'InfoNCE, CLIP',
  'class-softmax': 'softmax over classes',
} as const;

export type StuckLoss = keyof typeof LOSSES;

interface LossKind {
  readonly compares: 'triplets' | 'pairs' | 'many';
  readonly hasMargin: boolean;
}

const KINDS: Readonly<Record<StuckLoss, LossKind>> = {
  triplet: { compares: 'triplets', hasMargin: true },
  'triplet-soft': { compares: 'triplets', hasMargin: false },
  contrastive: { compares: 'pairs', hasMargin: true },
  'nt-xent': { compares: 'many', hasMargin: false },
  'nt-xent-labels': { compares: 'many', hasMargin: false },
  supcon: { compares: 'many', hasMargin: false },
  'info-nce': { compares: 'many', hasMargin: false },
  'class-softmax': { compares: 'many', hasMargin: false },
};

export const hasMargin = (loss: StuckLoss): boolean => KINDS[loss].hasMargin;
export const isOfPairs = (loss: StuckLoss): boolean => KINDS[loss].compares === 'pairs';
export const isOfTriplets = (loss: StuckLoss): boolean => KINDS[loss].compares === 'triplets';
export const isOfMany = (loss: StuckLoss): boolean => KINDS[loss].compares === 'many';
/** The triplet loss with a hinge, as the lab has it. */
export const isHinge = (loss: StuckLoss): boolean => isOfTriplets(loss) && hasMargin(loss);

export const STUCK_LOSSES = Object.keys(LOSSES) as StuckLoss[];

/** Losses that are softmaxes over a batch: at collapse all candidates look alike to them. */
export const SOFTMAXES: readonly StuckLoss[] = ['nt-xent', 'nt-xent-labels', 'supcon', 'info-nce'];

/** Those of them that know no labels: what is alike is two views, or two parts, of one sample. */
export const UNLABELLED: readonly StuckLoss[] = ['nt-xent', 'info-nce'];

/** How what a batch costs becomes one number. */
export const AVERAGES = {
  mean: 'over all',
  'mean-nonzero': 'over those with a loss',
  apart: 'similar and dissimilar apart',
} as const;

export type Average = keyof typeof AVERAGES;

const LEAVES_OUT_SOLVED: Readonly<Record<Average, boolean>> = {
  mean: false,
  'mean-nonzero': true,
  apart: false,
};

/** Whether what has no loss is left out of the average. */
export const leavesOutSolved = (average: Average): boolean => LEAVES_OUT_SOLVED[average];

export const MININGS = {
  unknown: 'not known',
  'batch-all': 'batch-all',
  'batch-hard': 'batch-hard',
  'semi-hard': 'semi-hard',
} as const;

export type Mining = keyof typeof MININGS;

const TAKES_EVERY: Readonly<Record<Mining, boolean>> = {
  unknown: false,
  'batch-all': true,
  'batch-hard': false,
  'semi-hard': false,
};

/** Whether every triplet is selected. */
export const takesEvery = (mining: Mining): boolean => TAKES_EVERY[mining];

export const LENGTHS = {
  unknown: 'not known',
  free: 'free',
  unit: 'length 1',
} as const;

export type Lengths = keyof typeof LENGTHS;

/** What is known of a loss that stands still. What is missing is not known. */
export interface Observation {
  readonly loss: StuckLoss;
  readonly reading: Reading;
  readonly average: Average;
  /** Whether the distances inside the loss are squared; a softmax has none. */
  readonly squared: boolean;
  readonly mining: Mining;
  readonly lengths: Lengths;
  readonly margin?: number | undefined;
  readonly temperature?: number | undefined;
  /** Classes in a batch, and samples of each. */
  readonly p?: number | undefined;
  readonly k?: number | undefined;
  /** Samples of a batch before two views are made of each, or pairs of InfoNCE. */
  readonly n?: number | undefined;
  /** Classes of a softmax over classes. */
  readonly classes?: number | undefined;
  readonly dims?: number | undefined;
  /** The root of the mean squared distance of the embeddings from their mean. */
  readonly spread?: number | undefined;
  /** Standard deviation of one coordinate, on average. */
  readonly std?: number | undefined;
  /** Mean length of an embedding. */
  readonly norm?: number | undefined;
  /** Share of the triplets (or pairs) with a positive loss. */
  readonly active?: number | undefined;
  /** k-NN accuracy, or whatever is measured, as a share of 1. */
  readonly trainAccuracy?: number | undefined;
  readonly heldOutAccuracy?: number | undefined;
}

/** A number of an observation that is a number, by name. */
export type Measure =
  | 'margin'
  | 'temperature'
  | 'p'
  | 'k'
  | 'n'
  | 'classes'
  | 'dims'
  | 'spread'
  | 'std'
  | 'norm'
  | 'active'
  | 'trainAccuracy'
  | 'heldOutAccuracy';
