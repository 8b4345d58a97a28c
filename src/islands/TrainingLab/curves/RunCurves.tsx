import type { ReadonlySignal } from '@preact/signals';
import { Curves } from './Curves.tsx';
import type { Level } from './LevelLine.tsx';
import type { History } from '#training/run/history.ts';
import { activeShareOf, knnOf, lossOf, recallOf } from './series.ts';

const LOSS = [{ name: 'loss', of: lossOf, look: 'lab-loss', noisy: true }];
const SHARES = [
  { name: 'k-NN', of: knnOf, look: 'lab-knn' },
  { name: 'recall@1', of: recallOf, look: 'lab-recall' },
  { name: 'active', of: activeShareOf, look: 'lab-active', noisy: true },
];

interface RunCurvesProps {
  readonly history: ReadonlySignal<History>;
  readonly previous: ReadonlySignal<History>;
  /** What the loss of a collapsed run is. */
  readonly level: ReadonlySignal<Level | undefined>;
}

/** The curves of a run: its loss, and under it the shares. */
export default function RunCurves({ history, previous, level }: RunCurvesProps) {
  return (
    <>
      <Curves label="loss" series={LOSS} history={history} previous={previous} level={level} />
      <Curves label="shares" series={SHARES} history={history} previous={previous} highest={1} />
    </>
  );
}
