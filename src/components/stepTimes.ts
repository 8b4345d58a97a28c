import { type MeasuredReport, type MeasuredRow, medianOf, rowsOf } from './measured.ts';

/** The steps that are shown: a network, and the images in its batch. */
const SHOWN = [
  { group: 'step-mlp-128', network: 'MLP', batch: 128 },
  { group: 'step-small-conv-128', network: 'small conv', batch: 128 },
  { group: 'step-reference-conv-32', network: 'reference conv', batch: 32 },
] as const;

const OURS = 'our-kernels';
/** Two threads are timed on the clock, which is not what the others are measured by. */
const ON_THE_CLOCK: readonly string[] = ['torch-2-network', 'torch-2-triplets'];

interface StepTime extends MeasuredRow {
  readonly median: number;
  readonly isOurs: boolean;
}

export interface StepTimes {
  /** Its group in the benchmark. */
  readonly group: string;
  readonly network: string;
  readonly batch: number;
  /** The fastest first. */
  readonly rows: readonly StepTime[];
}

/**
 * What a step of each network costs on each engine, in milliseconds of processor time. Throws an error
 * that says what is missing.
 */
export const stepTimesOf = (report: Pick<MeasuredReport, 'groups'>): StepTimes[] =>
  SHOWN.map((shown) => ({
    ...shown,
    rows: rowsOf(report, shown.group)
      .filter(({ id }) => !ON_THE_CLOCK.includes(id))
      .map((row) => ({
        ...row,
        median: medianOf(report, shown.group, row.id),
        isOurs: row.id === OURS,
      }))
      .toSorted((a, b) => a.median - b.median),
  }));
