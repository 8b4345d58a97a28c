import { type ReadonlySignal, type Signal, useComputed, useSignalEffect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { FigureTools } from '#kit/figure/FigureTools.tsx';
import { useFigure } from '#kit/figure/useFigure.ts';
import { createDefinition, type EyeQuantities, type EyeState, type Shown } from './definition.ts';
import { EyeCurves } from './EyeCurves.tsx';
import { EyeSides } from './EyeSides.tsx';
import { EyeStrip } from './EyeStrip.tsx';
import { createEyeRun, type EyeRun } from './eyeRun.ts';
import { RunControls } from './RunControls.tsx';
import { SizeGuessPanel, useSizeGuess } from './SizeGuess.tsx';
import { statusText } from './status.ts';
import { useEyePlayback } from './useEyePlayback.ts';
import { useClouds, useRecordings, useSides } from './useSources.ts';
import { verdictOf } from './verdict.ts';
import '#kit/figure/figure.css';
import '#kit/controls/controls.css';
import { usePausedUnseen } from '#kit/motion/usePausedUnseen.ts';
import './NeedleEye.css';

interface NeedleEyeProps {
  /** Of the recorded runs at the eye, drawn when the page was built. */
  readonly squared?: ComponentChildren;
  readonly plain?: ComponentChildren;
  readonly curves?: ComponentChildren;
}

/** The reader's own runs: they pause out of sight, and when their settings are others by now. */
function useEyeRun(state: Signal<EyeState>): EyeRun {
  const run = useMemo(() => createEyeRun(state), []);
  const last = useRef(0);
  usePausedUnseen(run);
  useSignalEffect(() => {
    if (!run.isCurrent.value && run.status.peek() === 'running') run.pause();
  });
  // The newest step is shown as long as the reader has not gone back.
  useSignalEffect(() => {
    const step = run.step.value;
    if (run.begun.value === undefined) return;
    if (state.peek().step >= last.current) state.value = { ...state.peek(), step };
    last.current = step;
  });
  return run;
}

/** Two runs of batch-hard that differ in nothing but the distance, at one step. */
export default function NeedleEye({ squared, plain, curves }: NeedleEyeProps) {
  const shown = useRef<Shown>({ sides: () => undefined, isMoving: () => false });
  const [definition] = useState(() =>
    createDefinition({
      sides: () => shown.current.sides(),
      isMoving: () => shown.current.isMoving(),
    }),
  );
  const figure = useFigure<EyeState, EyeQuantities>(definition);
  const { state, quantities, ready } = figure;
  const recordings = useRecordings(figure);
  const run = useEyeRun(state);
  const sides = useSides({ state, recordings, run });
  const { sources, moments } = useClouds({ state, recordings, run });
  const playback = useEyePlayback(figure, moments);
  const guess = useSizeGuess(figure, { sides, run, playback });
  const canMove = useComputed(() => ready.value && !guess.isOpen.value);
  shown.current = {
    sides: () => sides.value,
    isMoving: () => playback.playing.value || run.status.value === 'running',
  };
  const set = (change: Partial<EyeState>) => {
    state.value = { ...state.value, ...change };
  };
  const step = useComputed(() => state.value.step);
  const isStill = useComputed(
    () => sides.value === undefined && quantities.value.plain.ratio !== undefined,
  );
  const scrub = (to: number) => {
    playback.stop();
    set({ step: run.begun.value === undefined ? to : Math.min(to, run.step.value) });
  };
  const begin = () => {
    playback.stop();
    set({ step: 0 });
    run.run();
  };
  return (
    <>
      <div class="figure-plane" ref={figure.anchor}>
        <EyeSides {...{ quantities, sources, isStill }} stills={{ squared, plain }} />
        <EyeStrip {...{ playback, moments, step }} ready={canMove} set={scrub} />
      </div>
      <Words {...{ quantities, state, run }} />
      <div class="figure-curve">
        <SizeGuessPanel guess={guess}>
          <div hidden={useComputed(() => !isStill.value)}>{curves}</div>
          <div hidden={isStill}>
            <EyeCurves sides={sides} step={step} />
          </div>
        </SizeGuessPanel>
      </div>
      <div class="figure-controls">
        <RunControls {...{ state, run, ready, set, begin }} />
        <FigureTools
          figure={figure}
          definition={definition}
          onReset={() => {
            playback.stop();
            guess.drop();
            run.clear();
          }}
        />
      </div>
    </>
  );
}

interface WordsProps {
  readonly quantities: ReadonlySignal<EyeQuantities>;
  readonly state: ReadonlySignal<EyeState>;
  readonly run: EyeRun;
}

/** What the shown step says, and where the runs come from. */
function Words({ quantities, state, run }: WordsProps) {
  // What changes with every few steps is not to be read out each time.
  const live = useComputed(() => (run.status.value === 'running' ? 'off' : 'polite'));
  return (
    <div class="figure-verdict">
      <p class="eye-verdict" data-drawing>
        {useComputed(() => verdictOf(quantities.value))}
      </p>
      <p class="eye-status" aria-live={live}>
        {useComputed(() => statusText(state.value, run))}
      </p>
    </div>
  );
}
