import { type ReadonlySignal, signal } from '@preact/signals';
import type { Level } from './LevelLine.tsx';
import {
  activeShareOf,
  batchSpreadOf,
  easyOf,
  gapOf,
  gradientOf,
  hardOf,
  knnOf,
  lossOf,
  mapAtROf,
  normOf,
  orderRatioOf,
  recallOf,
  rPrecisionOf,
  semiHardOf,
  shrinkShareOf,
  spreadOf,
  staleOf,
  withinOf,
} from './series.ts';
import type { Series } from './SeriesLine.tsx';

/** From 0, or the lowest below it, up to what the curves need; to 1; as far below 0 as above it; or by powers of ten. */
export type AxisKind = 'from-zero' | 'share' | 'signed' | 'log';

/** Curves that share an axis. */
export interface Chart {
  /** What is measured. */
  readonly label: string;
  readonly series: readonly Series[];
  /** What the axis goes up to; by default it follows the curves. */
  readonly axis?: AxisKind;
  /** Dashed levels with their names. */
  readonly levels?: ReadonlySignal<readonly Level[]>;
}

const LOSS: Chart = {
  label: 'loss',
  series: [{ name: 'loss', of: lossOf, look: 'lab-loss', noisy: true }],
};
const SHARES: Chart = {
  label: 'shares',
  series: [
    { name: 'k-NN', of: knnOf, look: 'lab-knn' },
    { name: 'recall@1', of: recallOf, look: 'lab-recall' },
    { name: 'active', of: activeShareOf, look: 'lab-active', noisy: true },
  ],
  axis: 'share',
};
const SPREAD: Chart = {
  label: 'spread',
  series: [
    { name: 'held-out', of: spreadOf, look: 'lab-knn' },
    { name: 'batch', of: batchSpreadOf, look: 'lab-recall' },
  ],
  axis: 'log',
};

/** Loss, shares, and the size of the cloud, which tells a collapse. */
export const RUN_CHARTS = { loss: LOSS, shares: SHARES, spread: SPREAD } as const;

/** What else a run has shown: its forces, the order and zones of its triplets, retrieval, the shape of its embedding. */
export const MORE_CHARTS: readonly Chart[] = [
  {
    label: 'share of the force that shrinks',
    series: [{ name: 'shrinks', of: shrinkShareOf, look: 'lab-loss', noisy: true }],
    axis: 'signed',
    levels: signal([{ value: 0, text: 'size stays' }]),
  },
  {
    label: 'order of the hardest triplets',
    series: [{ name: 'order', of: orderRatioOf, look: 'lab-margin', noisy: true }],
    levels: signal([{ value: 1, text: 'in order' }]),
  },
  {
    label: 'retrieval',
    series: [
      { name: 'R-precision', of: rPrecisionOf, look: 'lab-knn' },
      { name: 'MAP@R', of: mapAtROf, look: 'lab-recall' },
    ],
    axis: 'share',
  },
  {
    label: 'zones',
    series: [
      { name: 'easy', of: easyOf, look: 'lab-knn' },
      { name: 'semi-hard', of: semiHardOf, look: 'lab-margin' },
      { name: 'hard', of: hardOf, look: 'lab-active' },
      { name: 'stale', of: staleOf, look: 'lab-loss', noisy: true },
    ],
    axis: 'share',
  },
  {
    label: 'distances',
    series: [
      { name: 'mean norm', of: normOf, look: 'lab-knn' },
      { name: 'within classes', of: withinOf, look: 'lab-recall' },
      { name: 'smallest gap', of: gapOf, look: 'lab-active' },
    ],
  },
  {
    label: 'gradient at the embeddings',
    series: [{ name: 'gradient', of: gradientOf, look: 'lab-loss', noisy: true }],
  },
];
