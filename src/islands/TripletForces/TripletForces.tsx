import { useComputed } from '@preact/signals';
import { DescentStrip } from '#kit/controls/DescentStrip.tsx';
import { MarginAndDistance } from '#kit/controls/MarginAndDistance.tsx';
import { Challenge } from '#kit/challenge/Challenge.tsx';
import { FigureTools } from '#kit/figure/FigureTools.tsx';
import { Quantity } from '#kit/figure/Quantity.tsx';
import { initialState } from '#kit/figure/urlState.ts';
import { useFigure, useTryEvent } from '#kit/figure/useFigure.ts';
import { GuessArrow } from '#kit/guess/GuessArrow.tsx';
import { GuessLine } from '#kit/guess/GuessLine.tsx';
import { useDescent } from '#kit/motion/useDescent.ts';
import { TripletInspector } from '#kit/plane/TripletInspector.tsx';
import { TripletPlane } from '#kit/plane/TripletPlane.tsx';
import { remark, type TripletQuantities, type TripletState } from '#kit/plane/triplet.ts';
import { ZoneName } from '#kit/plane/ZoneName.tsx';
import { costsTheMargin, isInTwoZones } from './challenges.ts';
import { definition, MARGIN_RANGE, plane, descent as tripletDescent } from './definition.ts';
import { LossField } from './LossField.tsx';
import { TripletCurve } from './TripletCurve.tsx';
import { useAnchorGuess } from './useAnchorGuess.ts';
import '#kit/figure/figure.css';
import '#kit/controls/controls.css';
import '#kit/formula/formula.css';
import '#kit/plane/triplet.css';
import './TripletForces.css';

const home = initialState<TripletState>(definition.settings);

export default function TripletForces() {
  const figure = useFigure<TripletState, TripletQuantities>(definition);
  const { state, quantities, ready } = figure;
  const descent = useDescent(figure, tripletDescent);
  const guess = useAnchorGuess(figure, descent);
  useTryEvent(figure.anchor, descent.stop);
  const grab = () => {
    descent.stop();
    guess.disturb();
  };
  const reset = () => {
    descent.stop();
    guess.drop();
  };
  const set = (change: Partial<TripletState>) => {
    state.value = { ...state.value, ...change };
  };

  return (
    <>
      <div class="figure-plane" ref={figure.anchor}>
        <div class="plane-box">
          <LossField state={state} quantities={quantities} />
          <TripletPlane {...{ plane, state, quantities, ready, set }} home={home} onGrab={grab}>
            <text class="remark" x={plane.size / 2} y={plane.size - 12}>
              {useComputed(() => remark(state.value, quantities.value))}
            </text>
            <GuessArrow
              {...{ guess, plane, ready }}
              from={guess.from}
              angle={guess.angle}
              truth={guess.truth}
              label="Your guess at the direction of a"
            />
          </TripletPlane>
        </div>
        <DescentStrip descent={descent} ready={ready}>
          <Quantity label="loss" name="loss" value={useComputed(() => quantities.value.loss)} />
          <ZoneName quantity="zone" zone={useComputed(() => quantities.value.zone)} />
        </DescentStrip>
      </div>
      <div class="figure-verdict">
        <GuessLine
          {...{ guess, ready }}
          question="Which way will the anchor a set off?"
          how="Turn the dashed arrow by its tip. The forces are hidden meanwhile."
          answer="With squared distances parallel to the line from n to p, wherever a is; with plain ones half-way between towards p and away from n."
        />
      </div>
      <div class="figure-curve">
        <TripletCurve state={state} quantities={quantities} />
        <TripletInspector triplet={quantities} quantities={{ dAP: 'dAP', dAN: 'dAN' }} />
      </div>
      <div class="figure-controls">
        <MarginAndDistance {...{ state, ready, set }} range={MARGIN_RANGE} />
        <FigureTools figure={figure} definition={definition} onReset={reset} />
      </div>
      <Challenge
        name="TripletForces/loss-is-margin"
        ready={ready}
        isMet={useComputed(() => costsTheMargin(state.value, quantities.value))}
        lesson="n is as far from a as p is: where hard begins. A collapse costs the same, with all three on one spot."
      >
        Make the loss exactly <var>m</var>, with three distinct points.
      </Challenge>
      <Challenge
        name="TripletForces/two-zones"
        ready={ready}
        isMet={useComputed(() => isInTwoZones(state.value))}
        lesson="The gap of the squares is the plain gap times d(a, p) + d(a, n), so it takes a sum below 1. Above 1 it is the other way round."
      >
        Find three points that are semi-hard with squared distances and easy with plain ones.
      </Challenge>
    </>
  );
}
