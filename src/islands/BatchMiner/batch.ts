import { labelledCloud } from '#kit/plane/labelledCloud.ts';
import type { LabelledPoint } from '#kit/plane/labelledPoint.ts';
import { createPlane } from '#kit/plane/plane.ts';
import { lookUp } from '#metric/lookUp.ts';
import { type MinerName, miners } from '#metric/miners/registry.ts';
import type { MotionName } from './motions.ts';

const OFFERED = [
  'batch-all',
  'batch-hard',
  'semi-hard-facenet',
  'hard',
  'random',
] as const satisfies readonly MinerName[];

export type Strategy = (typeof OFFERED)[number];

/** The strategies on offer, by the names of their miners, and what these are called. */
export const STRATEGIES = OFFERED.map((value) => ({
  value,
  label: lookUp(miners, 'miner', value).label,
}));

/** Five of the ten digits, as classes. */
export const LABELS = [2, 4, 6, 7, 8] as const;
export const FEWEST = 2;
/** The most classes, and the most samples of each. */
export const MOST = 5;

export const PANELS = [
  { value: 'distances', label: 'distances' },
  { value: 'triplet', label: 'one triplet' },
  { value: 'forces', label: 'forces' },
  { value: 'radius', label: 'radius' },
  { value: 'counts', label: 'counts' },
] as const;

export type Panel = (typeof PANELS)[number]['value'];

export interface BatchState {
  /**
   * A full table of MOST samples of each class, one class after the other. The batch is its first p
   * classes with the first k samples of each, so that what leaves the batch keeps its place.
   */
  readonly points: readonly LabelledPoint[];
  readonly p: number;
  readonly k: number;
  readonly strategy: Strategy;
  readonly motion: MotionName;
  readonly margin: number;
  readonly squared: boolean;
  /** Places in the table. The positive and the negative make up the triplet that is shown in full. */
  readonly anchor: number;
  readonly positive: number;
  readonly negative: number;
  /** Of the cloud and of what the strategies draw at random. */
  readonly seed: number;
  /** Steps of descent so far: each has draws of its own. */
  readonly step: number;
  /** What is shown beside the plane. */
  readonly panel: Panel;
}

/** Stands for a positive or negative that the reader leaves to the strategy. */
export const BY_STRATEGY = -1;

export const plane = createPlane({ extent: 1.6, size: 480 });

/**
 * A cloud as a fresh network has it: neighbouring points are of all classes. None lies outside the
 * plane, which an address could not spell.
 */
export const freshCloud = (seed: number): readonly LabelledPoint[] => {
  const points = labelledCloud({ labels: LABELS, perClass: MOST, apart: 0.45, radius: 0.9, seed });
  return LABELS.flatMap((label) => points.filter((point) => point.label === label)).map(
    (point) => ({ ...point, ...plane.clamp(point) }),
  );
};

export const rowsOf = ({ p, k }: Pick<BatchState, 'p' | 'k'>): number => p * k;

/** Where in the table a row of the batch is. */
export const placeOf = ({ k }: Pick<BatchState, 'k'>, row: number): number =>
  Math.floor(row / k) * MOST + (row % k);

/** The row of the batch that a place of the table has; undefined for one outside the batch. */
export function rowOf({ p, k }: Pick<BatchState, 'p' | 'k'>, place: number): number | undefined {
  const label = Math.floor(place / MOST);
  const sample = place % MOST;
  return place >= 0 && label < p && sample < k ? label * k + sample : undefined;
}

export const batchPoints = (state: BatchState): readonly LabelledPoint[] =>
  Array.from({ length: rowsOf(state) }, (_, row) => state.points[placeOf(state, row)]!);

/** The anchor's row; the first when the anchor has left the batch. */
export const anchorRow = (state: BatchState): number => rowOf(state, state.anchor) ?? 0;

/** What a sample is called: its class, and which of the class it is. */
export const sampleName = (state: Pick<BatchState, 'k'>, row: number): string =>
  `${LABELS[Math.floor(row / state.k)]}.${(row % state.k) + 1}`;
