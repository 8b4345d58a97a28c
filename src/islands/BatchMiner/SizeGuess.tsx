import { type ReadonlySignal, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { niceCeiling } from '#kit/charts/ticks.ts';
import type { FigureHandle } from '#kit/figure/useFigure.ts';
import { GuessChart } from '#kit/guess/GuessChart.tsx';
import type { GuessAxes } from '#kit/guess/guessChart.ts';
import { useGuess } from '#kit/guess/useGuess.ts';
import type { RecordedDescent } from '#kit/motion/useRecordedDescent.ts';
import type { BatchState } from './batch.ts';
import { definition } from './definition.ts';
import type { BatchQuantities } from './quantities.ts';
import { GUESSED_STEPS, LENGTH, tellSize } from './sizeGuess.ts';

/** Smaller than this there is nothing left to shrink: the guess begins with a fresh cloud. */
const WORTH_GUESSING = 0.3;

/** A guess at the size of the cloud over a run under hard triplets only: the run answers it. */
export function useSizeGuess(
  figure: FigureHandle<BatchState, BatchQuantities>,
  descent: RecordedDescent<BatchState>,
) {
  const { state, quantities } = figure;
  const values = useSignal<readonly number[]>(GUESSED_STEPS.map(() => 0));
  const startOf = () => quantities.peek().radius;
  const guess = useGuess(figure, {
    begin() {
      descent.clear();
      const points =
        startOf() < WORTH_GUESSING ? definition.settings.points.initial : state.value.points;
      state.value = { ...state.value, points, strategy: 'hard', panel: 'radius' };
      values.value = GUESSED_STEPS.map(startOf);
    },
    see: descent.run,
  });
  /** The steps of the run so far, as many as were guessed at. */
  const truth = useComputed(() => {
    if (guess.phase.value === 'offered' || guess.phase.value === 'open') return [];
    return descent.history.value.snapshots
      .slice(0, LENGTH + 1)
      .map(({ value }, step) => ({ step, value }));
  });
  useSignalEffect(() => {
    const phase = guess.phase.value;
    if (phase !== 'open' && phase !== 'made') return;
    if (state.value.strategy !== 'hard') guess.drop();
    else if (phase === 'made' && (truth.value.length > LENGTH || descent.settled.value)) {
      descent.show(truth.peek().length - 1);
      guess.judge(tellSize(values.peek(), truth.peek(), state.peek().squared));
    }
  });
  return { ...guess, values, truth };
}

interface SizeGuessChartProps {
  readonly guess: ReturnType<typeof useSizeGuess>;
  readonly ready: ReadonlySignal<boolean>;
  /** What stands there while nothing is guessed. */
  readonly children: ComponentChildren;
}

/** Where the guess is drawn, in the place of the radius so far. */
export function SizeGuessChart({ guess, ready, children }: SizeGuessChartProps) {
  const { values, truth, phase } = guess;
  // A dot that moves is none of it: the chart and its ticks stay.
  const top = useComputed(() => niceCeiling(1.15 * (values.value[0] ?? 1)));
  const axes = useComputed(
    (): GuessAxes => ({
      steps: GUESSED_STEPS,
      isStartKnown: true,
      y: {
        label: 'radius',
        domain: [0, top.value],
        scale: 'linear',
      },
    }),
  );
  if (phase.value === 'offered') return <>{children}</>;
  return (
    <GuessChart
      {...{ guess, ready, axes }}
      series={[{ name: 'radius', label: 'the radius', values, truth }]}
    />
  );
}
