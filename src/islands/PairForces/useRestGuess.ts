import { useSignal, useSignalEffect } from '@preact/signals';
import type { FigureHandle } from '#kit/figure/useFigure.ts';
import { useGuess } from '#kit/guess/useGuess.ts';
import type { DescentHandle } from '#kit/motion/useDescent.ts';
import type { Point } from '#kit/plane/point.ts';
import {
  definition,
  type PairQuantities,
  type PairState,
  pairQuantities,
  plane,
} from './definition.ts';
import { besideLine, tellRest } from './restGuess.ts';

const { i, j, margin } = definition.settings;
const HOME = { i: i.initial, j: j.initial, margin: margin.initial };

/** A guess at where j will come to rest when the pair is dissimilar: the descent answers it. */
export function useRestGuess(
  figure: FigureHandle<PairState, PairQuantities>,
  descent: DescentHandle,
) {
  const { state } = figure;
  const place = useSignal<Point>(HOME.j);
  const rest = useSignal<Point>(HOME.j);
  const before = useSignal(state.peek());
  const guess = useGuess(figure, {
    begin() {
      descent.stop();
      const asked: PairState = { ...state.value, y: 0 };
      state.value = pairQuantities(asked).loss > 0 ? asked : { ...asked, ...HOME };
      place.value = plane.clamp(besideLine(state.value));
    },
    see() {
      before.value = state.value;
      descent.run();
    },
  });
  useSignalEffect(() => {
    const phase = guess.phase.value;
    if ((phase === 'open' || phase === 'made') && state.value.y === 1) guess.drop();
    else if (phase === 'made' && descent.settled.value) {
      rest.value = state.value.j;
      guess.judge(tellRest(before.peek(), place.peek(), state.value));
    }
  });
  return { ...guess, place, rest };
}
