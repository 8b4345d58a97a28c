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
  /** Milliseconds of loss and gradient over all triplets of a batch. */
  readonly mining: string;
  readonly plainLoops: string;
}

type Report = Pick<MeasuredReport, 'groups'>;

/** What the page says of training and mining. Throws an error that says what was not measured. */
export function runSpeedsOf(training: Report, mining: Report): RunSpeeds {
  const seconds = (group: string, engine: Engine) => {
    const { median } = rowOf(training, group, engine);
    return median === null ? `more than ${LONGEST_RUN}` : told(median);
  };
  const both = (group: string) => ({
    ours: seconds(group, 'ours'),
    stock: seconds(group, 'stock'),
  });
  const batch = `batch-${MINED}`;
  return {
    moving: told(medianOf(training, 'first-frame-cached', 'ours')),
    good: both('time-to-knn-0.9'),
    better: both('time-to-knn-0.94'),
    mining: told(medianOf(mining, batch, 'batch-all')),
    plainLoops: told(medianOf(mining, batch, 'plain-loops')),
  };
}
