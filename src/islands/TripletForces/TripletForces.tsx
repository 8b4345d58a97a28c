import { type ReadonlySignal, useComputed } from '@preact/signals';
import { DescentControls } from '#kit/controls/DescentControls.tsx';
import { FigureTools } from '#kit/figure/FigureTools.tsx';
import { MarginSlider } from '#kit/controls/MarginSlider.tsx';
import { Toggle } from '#kit/controls/Toggle.tsx';
import { Quantity } from '#kit/figure/Quantity.tsx';
import { ZoneName } from '#kit/plane/ZoneName.tsx';
import { TripletInspector } from '#kit/plane/TripletInspector.tsx';
import { useDescent } from '#kit/motion/useDescent.ts';
import { useFigure, useTryEvent } from '#kit/figure/useFigure.ts';
import { LossField } from './LossField.tsx';
import {
  MARGIN_RANGE,
  definition,
  type TripletQuantities,
  type TripletState,
  descent as tripletDescent,
} from './definition.ts';
import { TripletCurve } from './TripletCurve.tsx';
import { TripletPlane } from './TripletPlane.tsx';
import '#kit/figure/figure.css';
import '#kit/controls/controls.css';
import '#kit/formula/formula.css';
import '#kit/plane/triplet.css';
import './TripletForces.css';

export default function TripletForces() {
  const figure = useFigure<TripletState, TripletQuantities>(definition);
  const { state, quantities, ready } = figure;
  const descent = useDescent(figure, tripletDescent);
  useTryEvent(figure.anchor, descent.stop);
  const set = (change: Partial<TripletState>) => {
    state.value = { ...state.value, ...change };
  };
  const squared: ReadonlySignal<boolean> = useComputed(() => state.value.squared);

  return (
    <>
      <div class="figure-plane" ref={figure.anchor}>
        <div class="plane-box">
          <LossField state={state} quantities={quantities} />
          <TripletPlane {...{ state, quantities, ready, set }} onGrab={descent.stop} />
        </div>
        <div class="figure-strip">
          <p class="read-outs">
            <Quantity label="loss" name="loss" value={useComputed(() => quantities.value.loss)} />
            <ZoneName quantity="zone" zone={useComputed(() => quantities.value.zone)} />
          </p>
          <DescentControls descent={descent} ready={ready} />
        </div>
      </div>
      <div class="figure-curve">
        <TripletCurve state={state} quantities={quantities} />
        <TripletInspector triplet={quantities} quantities={{ dAP: 'dAP', dAN: 'dAN' }} />
      </div>
      <div class="figure-controls">
        <MarginSlider
          margin={useComputed(() => state.value.margin)}
          range={MARGIN_RANGE}
          ready={ready}
          set={(margin) => set({ margin })}
        />
        <Toggle
          label="squared distances"
          name="squared"
          value={squared}
          ready={ready}
          set={(value) => set({ squared: value })}
        />
        <FigureTools figure={figure} definition={definition} onReset={descent.stop} />
      </div>
    </>
  );
}
