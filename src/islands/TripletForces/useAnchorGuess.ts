import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import type { FigureHandle } from '#kit/figure/useFigure.ts';
import { initialState } from '#kit/figure/urlState.ts';
import { useGuess } from '#kit/guess/useGuess.ts';
import type { DescentHandle } from '#kit/motion/useDescent.ts';
import type { TripletQuantities, TripletState } from '#kit/plane/triplet.ts';
import { departure, tellAnchor } from './anchorGuess.ts';
import { definition, descent as tripletDescent, tripletQuantities } from './definition.ts';

const { anchor, positive, negative, margin } = initialState<TripletState>(definition.settings);
const HOME = { anchor, positive, negative, margin };
/** Where the arrow points at first: upwards, for every triplet alike. */
const UP = Math.PI / 2;

/** A guess at which way the anchor sets off: the first step of the descent answers it. */
export function useAnchorGuess(
  figure: FigureHandle<TripletState, TripletQuantities>,
  descent: DescentHandle,
) {
  const { state } = figure;
  const angle = useSignal(UP);
  const truth = useSignal<number | undefined>(undefined);
  const before = useSignal(state.peek());
  const guess = useGuess(figure, {
    begin() {
      descent.stop();
      if (tripletQuantities(state.value).loss === 0) state.value = { ...state.value, ...HOME };
      angle.value = UP;
    },
    see() {
      before.value = state.value;
      descent.run();
    },
  });
  useSignalEffect(() => {
    if (guess.phase.value !== 'made') return;
    if (state.value === before.value && !descent.settled.value) return;
    const { runStepSize, step } = tripletDescent;
    const from = before.value;
    truth.value = departure(from, step(from, tripletQuantities(from), runStepSize));
    guess.judge(tellAnchor(from, angle.peek(), truth.value));
  });
  return {
    ...guess,
    angle,
    truth,
    /** The arrow stays where it was when the run began. */
    from: useComputed(() => (guess.phase.value === 'open' ? state.value : before.value).anchor),
  };
}
