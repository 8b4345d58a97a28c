import { type Signal, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { isInitial } from '#kit/figure/urlState.ts';
import { type FigureHandle, useTryEvent } from '#kit/figure/useFigure.ts';
import { prefersReducedMotion } from '#kit/motion/reducedMotion.ts';
import { useAutoplay } from '#kit/motion/useAutoplay.ts';
import { type RecordedDescent, useRecordedDescent } from '#kit/motion/useRecordedDescent.ts';
import type { CrowdLoss } from './crowdLoss.ts';
import { type CrowdState, definition, step } from './definition.ts';

interface CrowdDescent extends RecordedDescent<CrowdState> {
  /** The point that the reader drags: the descent leaves it alone. */
  readonly held: Signal<number | undefined>;
}

/**
 * The descent of the crowd. It starts when the reader first sees it, unless they came by a link to
 * another state or asked for less motion (then the end is shown), goes on while points are dragged
 * and edited, rests when settled, and wakes on the next edit unless the reader has paused it.
 */
export function useCrowdDescent(figure: FigureHandle<CrowdState, CrowdLoss>): CrowdDescent {
  const { state, ready, anchor } = figure;
  const held = useSignal<number>();
  const isLive = useSignal(false);
  const descent = useRecordedDescent(
    figure,
    {
      stepSize: 1,
      runStepSize: 1,
      mostSteps: 2000,
      step: (now, loss) => step(now, loss, held.value),
    },
    ({ loss }) => loss,
  );
  const run = () => {
    if (prefersReducedMotion()) descent.run();
    else isLive.value = true;
  };
  /** The reader takes over: nothing wakes the crowd until they say so. */
  const givingWay =
    <A extends readonly unknown[]>(act: (...given: A) => void) =>
    (...given: A) => {
      isLive.value = false;
      act(...given);
    };
  const isUntouched = () => isInitial(definition.settings, state.peek());

  useSignalEffect(() => {
    if (isLive.value && ready.value && !descent.settled.value) descent.run();
  });
  useAutoplay({ anchor, ready, isUntouched, play: run });
  useEffect(() => {
    if (prefersReducedMotion() && isUntouched()) run();
  }, []);
  // A phrase of the text sets the crowd and lets it go.
  useTryEvent(anchor, run);

  const stop = givingWay(descent.stop);
  return {
    ...descent,
    held,
    run,
    stop,
    toggle: () => (descent.running.peek() ? stop() : run()),
    oneStep: givingWay(descent.oneStep),
    show: givingWay(descent.show),
    clear: givingWay(descent.clear),
  };
}
