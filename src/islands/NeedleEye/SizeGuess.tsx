import { type ReadonlySignal, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { FigureHandle } from '#kit/figure/useFigure.ts';
import { GuessChart } from '#kit/guess/GuessChart.tsx';
import type { GuessAxes } from '#kit/guess/guessChart.ts';
import { GuessLine } from '#kit/guess/GuessLine.tsx';
import { useGuess } from '#kit/guess/useGuess.ts';
import { prefersReducedMotion } from '#kit/motion/reducedMotion.ts';
import type { Playback } from '#kit/motion/usePlayback.ts';
import { type EyeQuantities, type EyeState, isRecorded, type Sides } from './definition.ts';
import type { EyeRun } from './eyeRun.ts';
import { STEPS } from './runs.ts';
import { SIZE_DOMAIN } from './SizeBar.tsx';
import { GUESSED_STEPS, tellSize } from './sizeGuess.ts';
import { sizeText } from './verdict.ts';

interface Known {
  readonly sides: ReadonlySignal<Sides | undefined>;
  readonly run: EyeRun;
  readonly playback: Playback;
}

/** A guess at the size of the cloud under plain distances: the recorded runs answer it as they play. */
export function useSizeGuess(
  figure: FigureHandle<EyeState, EyeQuantities>,
  { sides, run, playback }: Known,
) {
  const { state, ready } = figure;
  const values = useSignal<readonly number[]>(GUESSED_STEPS.map(() => 1));
  /** The recording has the answer, and no run of the reader's own. */
  const isRecording = useComputed(() => run.begun.value === undefined && isRecorded(state.value));
  const sizes = useComputed(() => (isRecording.value && sides.value?.plain.sizes) || []);
  const show = (step: number) => {
    state.value = { ...state.value, step };
  };
  const guess = useGuess(figure, {
    begin() {
      playback.stop();
      show(0);
      values.value = GUESSED_STEPS.map(() => sizes.peek()[0]?.value ?? 1);
    },
    see() {
      if (prefersReducedMotion()) show(STEPS);
      else playback.play();
    },
  });
  const { phase } = guess;
  /** The whole run once it is judged: the reader may go back along it with the curve in view. */
  const truth = useComputed(() => {
    if (phase.value === 'judged') return sizes.value;
    return phase.value === 'made' ? sizes.value.filter(({ step }) => step <= state.value.step) : [];
  });
  useSignalEffect(() => {
    if (phase.value === 'offered') return;
    if (!isRecording.value) guess.drop();
    else if (phase.value === 'made' && state.value.step >= STEPS)
      guess.judge(tellSize(values.peek(), sizes.peek()));
  });
  return {
    ...guess,
    values,
    truth,
    isRecording,
    ready: useComputed(() => ready.value && sizes.value.length > 0),
    /** The figure stays at its first step while the reader guesses. */
    isOpen: useComputed(() => phase.value === 'open'),
  };
}

type SizeGuess = ReturnType<typeof useSizeGuess>;

const AXES: GuessAxes = {
  steps: GUESSED_STEPS,
  isStartKnown: true,
  y: { label: 'size, logarithmic', domain: SIZE_DOMAIN, scale: 'log', format: sizeText },
};

interface SizeGuessPanelProps {
  readonly guess: SizeGuess;
  /** What stands there while nothing is guessed. */
  readonly children: ComponentChildren;
}

/** The offer where the recording can answer it, and the guess in the place of the curves. */
export function SizeGuessPanel({ guess, children }: SizeGuessPanelProps) {
  const { phase, ready, values, truth, isRecording } = guess;
  const axes = useComputed(() => AXES);
  return (
    <>
      {isRecording.value && (
        <GuessLine
          {...{ guess, ready }}
          question="How large will the cloud be under plain distances?"
          how="Draw it by the dots: the size after 100, 400, 800, 1,200 and 1,500 steps."
          answer="It all but vanishes while its order is wrong, and grows again once that is right. It does not end small."
        />
      )}
      {phase.value !== 'offered' && (
        <GuessChart
          {...{ guess, ready, axes }}
          series={[{ name: 'plain', label: 'the size', values, truth }]}
        />
      )}
      <div hidden={useComputed(() => phase.value !== 'offered')}>{children}</div>
    </>
  );
}
