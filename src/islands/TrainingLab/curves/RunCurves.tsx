import { type ReadonlySignal, useComputed } from '@preact/signals';
import { Curves } from './Curves.tsx';
import type { Level } from './LevelLine.tsx';
import type { History } from '#training/run/history.ts';
import { activeShareOf, batchSpreadOf, knnOf, lossOf, recallOf, spreadOf } from './series.ts';

const LOSS = [{ name: 'loss', of: lossOf, look: 'lab-loss', noisy: true }];
const SHARES = [
  { name: 'k-NN', of: knnOf, look: 'lab-knn' },
  { name: 'recall@1', of: recallOf, look: 'lab-recall' },
  { name: 'active', of: activeShareOf, look: 'lab-active', noisy: true },
];
const SPREAD = [
  { name: 'held-out', of: spreadOf, look: 'lab-knn' },
  { name: 'batch', of: batchSpreadOf, look: 'lab-recall' },
];

/** What each chart is to be read against. */
export interface RunLevels {
  /** What the loss of a collapsed run is. */
  readonly loss: readonly Level[];
  /** What is reached without any network. */
  readonly shares: readonly Level[];
  /** The margin as a length. */
  readonly spread: readonly Level[];
}

interface RunCurvesProps {
  readonly history: ReadonlySignal<History>;
  readonly previous: ReadonlySignal<History>;
  readonly levels: ReadonlySignal<RunLevels>;
}

/** The curves of a run: its loss, the shares, and the size of its cloud, which tells a collapse. */
export default function RunCurves({ history, previous, levels }: RunCurvesProps) {
  const of = (name: keyof RunLevels) => useComputed(() => levels.value[name]);
  const runs = { history, previous };
  return (
    <>
      <Curves label="loss" series={LOSS} {...runs} levels={of('loss')} />
      <Curves label="shares" series={SHARES} {...runs} axis="share" levels={of('shares')} />
      <Curves label="spread" series={SPREAD} {...runs} axis="log" levels={of('spread')} />
    </>
  );
}
