import { type MeasuredReport, medianOf, rowsOf } from './measured.ts';

export interface FaceStrategy {
  readonly what: string;
  /** Per cent: the median, and over the seeds where there are several. */
  readonly equalErrorRate: string;
  readonly spread: string;
  /** Per cent, at one per cent of false accepts. */
  readonly trueAcceptRate: string;
  /** How large the cloud of the test people is, the median; of networks only. */
  readonly size: string;
}

/**
 * How well each strategy tells unseen drawn faces apart, as text. Throws an error that says what was not
 * measured.
 */
export const faceStrategiesOf = (faces: Pick<MeasuredReport, 'groups'>): FaceStrategy[] =>
  rowsOf(faces, 'equal-error-rate').map(({ id, what, least, most }) => ({
    what,
    equalErrorRate: medianOf(faces, 'equal-error-rate', id).toFixed(1),
    spread:
      least === null || most === null || least === most
        ? ''
        : `${least.toFixed(1)}\u00a0to\u00a0${most.toFixed(1)}`,
    trueAcceptRate: medianOf(faces, 'true-accept-rate', id).toFixed(0),
    size: sizeOf(faces, id),
  }));

const sizeOf = (faces: Pick<MeasuredReport, 'groups'>, id: string): string =>
  rowsOf(faces, 'spread').some((row) => row.id === id)
    ? medianOf(faces, 'spread', id).toFixed(3)
    : '';
