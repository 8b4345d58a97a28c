import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { History } from '#training/run/history.ts';
import { RUN_CHARTS } from './charts.ts';
import { Curves } from './Curves.tsx';
import type { Level } from './LevelLine.tsx';

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

/** The curves of a run, one chart beneath the other. */
export default function RunCurves({ history, previous, levels }: RunCurvesProps) {
  const of = (name: keyof RunLevels) => useComputed(() => levels.value[name]);
  const runs = { history, previous };
  return (
    <>
      <Curves {...RUN_CHARTS.loss} {...runs} levels={of('loss')} />
      <Curves {...RUN_CHARTS.shares} {...runs} levels={of('shares')} />
      <Curves {...RUN_CHARTS.spread} {...runs} levels={of('spread')} />
    </>
  );
}
