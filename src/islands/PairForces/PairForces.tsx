import { type ReadonlySignal, useComputed } from '@preact/signals';
import { DescentStrip } from '#kit/controls/DescentStrip.tsx';
import { FigureTools } from '#kit/figure/FigureTools.tsx';
import { Quantity } from '#kit/figure/Quantity.tsx';
import { Segmented } from '#kit/controls/Segmented.tsx';
import { MarginSlider } from '#kit/controls/MarginSlider.tsx';
import { GuessLine } from '#kit/guess/GuessLine.tsx';
import { GuessMark } from '#kit/guess/GuessMark.tsx';
import { useDescent } from '#kit/motion/useDescent.ts';
import { useFigure, useTryEvent } from '#kit/figure/useFigure.ts';
import {
  MARGIN_RANGE,
  definition,
  type PairQuantities,
  type PairState,
  descent as pairDescent,
  plane,
} from './definition.ts';
import { PairCurve } from './PairCurve.tsx';
import { PairPlane } from './PairPlane.tsx';
import { useRestGuess } from './useRestGuess.ts';
import '#kit/figure/figure.css';
import '#kit/controls/controls.css';
import '#kit/formula/formula.css';
import './PairForces.css';

const OPTIONS = [
  { value: 1, label: 'similar, y = 1' },
  { value: 0, label: 'dissimilar, y = 0' },
] as const;

export default function PairForces() {
  const figure = useFigure<PairState, PairQuantities>(definition);
  const { state, quantities, ready } = figure;
  const descent = useDescent(figure, pairDescent);
  const guess = useRestGuess(figure, descent);
  useTryEvent(figure.anchor, descent.stop);
  const grab = () => {
    descent.stop();
    guess.disturb();
  };
  const reset = () => {
    descent.stop();
    guess.drop();
  };
  const set = (change: Partial<PairState>) => {
    state.value = { ...state.value, ...change };
  };
  const y: ReadonlySignal<0 | 1> = useComputed(() => state.value.y);

  return (
    <>
      <div class="figure-plane" ref={figure.anchor}>
        <div class="plane-box">
          <PairPlane {...{ state, quantities, ready, set }} onGrab={grab}>
            <GuessMark
              {...{ guess, plane, ready }}
              place={guess.place}
              label="Your guess at where j comes to rest"
              truth={guess.rest}
            />
          </PairPlane>
        </div>
        <DescentStrip descent={descent} ready={ready}>
          <Quantity label="loss" name="loss" value={useComputed(() => quantities.value.loss)} />
          <Quantity
            label={<var>d</var>}
            name="dIJ"
            value={useComputed(() => quantities.value.dIJ)}
          />
        </DescentStrip>
      </div>
      <div class="figure-verdict">
        <GuessLine
          {...{ guess, ready }}
          question="Where will j come to rest, if the pair is dissimilar?"
          how="Put the ring where j will come to rest. The arrows are hidden meanwhile."
          answer="On the line through both points, a margin away from i. Both are pushed alike, so each goes half of what the distance lacks."
        />
      </div>
      <div class="figure-curve">
        <PairCurve state={state} quantities={quantities} />
      </div>
      <div class="figure-controls">
        <Segmented
          legend="Are i and j similar?"
          name="y"
          options={OPTIONS}
          value={y}
          ready={ready}
          set={(value) => set({ y: value })}
        />
        <MarginSlider
          margin={useComputed(() => state.value.margin)}
          range={MARGIN_RANGE}
          ready={ready}
          set={(margin) => set({ margin })}
        />
        <FigureTools figure={figure} definition={definition} onReset={reset} />
      </div>
    </>
  );
}
