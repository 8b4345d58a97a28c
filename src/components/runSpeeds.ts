import { type MeasuredReport, medianOf, rowOf, told } from './measured.ts';

/** The benchmark's patience with a run, in seconds; on a slow machine a goal may lie beyond. */
const LONGEST_RUN = 300;

/** The points whose mining is told of. */
export const MINED = 1024;

type Engine = 'ours' | 'stock';

/** What a run in the lab took, as text. */
export interface RunSpeeds {
  /** Milliseconds to the first moving frame. */
  readonly moving: string;
  /** Seconds to a k-NN accuracy of 0.90 and of 0.94. */
  readonly good: Readonly<Record<Engine, string>>;
  readonly better: Readonly<Record<Engine, string>>;
  /** The same on a processor of a phone's class: milliseconds, and seconds to 0.90. */
  readonly phone: { readonly moving: string; readonly good: string };
  /** Milliseconds of loss and gradient over all triplets of a batch. */
  readonly mining: string;
  readonly plainLoops: string;
}

type Report = Pick<MeasuredReport, 'groups'>;

/** Seconds until a run reached a goal, where one did. */
function seconds(report: Report, group: string, row: string): string {
  const { median } = rowOf(report, group, row);
  return median === null ? `more than ${LONGEST_RUN}` : told(median);
}

/** What the page says of training and mining. Throws an error that says what was not measured. */
export function runSpeedsOf(training: Report, mining: Report, phone: Report): RunSpeeds {
  const both = (group: string) => ({
    ours: seconds(training, group, 'ours'),
    stock: seconds(training, group, 'stock'),
  });
  const batch = `batch-${MINED}`;
  return {
    moving: told(medianOf(training, 'first-frame-cached', 'ours')),
    good: both('time-to-knn-0.9'),
    better: both('time-to-knn-0.94'),
    phone: {
      moving: told(medianOf(phone, 'first-frame', 'slowed')),
      good: seconds(phone, 'time-to-knn-0.9', 'slowed'),
    },
    mining: told(medianOf(mining, batch, 'batch-all')),
    plainLoops: told(medianOf(mining, batch, 'plain-loops')),
  };
}
