import { type MeasuredReport, type MeasuredRow, rowsOf } from './measured.ts';

/** The steps that are shown: a network, and the images in its batch. */
const SHOWN = [
  { network: 'MLP', batch: 128 },
  { network: 'small conv', batch: 128 },
  { network: 'reference conv', batch: 32 },
] as const;

const OURS = 'our layers on our kernels, wasm';
/** Time on the clock is not what the others are measured by. */
const OTHER_MEASURE = 'time on the clock';

export interface StepTime extends MeasuredRow {
  readonly isOurs: boolean;
}

export interface StepTimes {
  readonly network: string;
  readonly batch: number;
  /** The fastest first. */
  readonly rows: readonly StepTime[];
}

/** What a step of each network costs on each engine, in milliseconds of processor time. */
export const stepTimesOf = (report: MeasuredReport): StepTimes[] =>
  SHOWN.map(({ network, batch }) => ({
    network,
    batch,
    rows: rowsOf(report, `A step of the ${network}, B = ${batch}, processor time`)
      .filter(({ what }) => !what.includes(OTHER_MEASURE))
      .toSorted((a, b) => a.median - b.median)
      .map((row) => ({ ...row, isOurs: row.what === OURS })),
  }));
