import { type MeasuredReport, type MeasuredRow, rowsOf } from './measured.ts';

/** The engines that are shown, by their groups in the benchmark; how each is named beside its line. */
const SHOWN = [
  { group: 'batch-size-our-kernels', name: 'this article' },
  { group: 'batch-size-torch-1-network', name: 'PyTorch, the network only' },
  { group: 'batch-size-jax-js', name: 'jax-js, the network only' },
  { group: 'batch-size-stock', name: 'TensorFlow.js as shipped' },
] as const;

/** Images a second with batches of one size: the median. */
export interface AtBatchSize {
  readonly size: number;
  readonly images: number;
}

export interface EngineCurve {
  readonly name: string;
  readonly isOurs: boolean;
  readonly points: readonly AtBatchSize[];
}

const pointsOf = (rows: readonly MeasuredRow[]): AtBatchSize[] =>
  rows.map(({ id, median }) => {
    if (median === null) throw new RangeError(`nothing was measured of batches of ${id}`);
    return { size: Number(id), images: median };
  });

/**
 * How many images a second each engine trains on, against the size of the batch. Throws an error that
 * says what was not measured; an engine that was not at hand is left out.
 */
export const batchSizesOf = (report: Pick<MeasuredReport, 'groups'>): EngineCurve[] =>
  SHOWN.filter(({ group }) => report.groups.some(({ id }) => id === group)).map(
    ({ group, name }, index) => ({
      name,
      isOurs: index === 0,
      points: pointsOf(rowsOf(report, group)),
    }),
  );
