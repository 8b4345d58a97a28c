import { type ReadonlySignal, useComputed } from '@preact/signals';
import { DescentStrip } from '#kit/controls/DescentStrip.tsx';
import { MarginSlider } from '#kit/controls/MarginSlider.tsx';
import { Toggle } from '#kit/controls/Toggle.tsx';
import { FigureTools } from '#kit/figure/FigureTools.tsx';
import { Quantity } from '#kit/figure/Quantity.tsx';
import { initialState } from '#kit/figure/urlState.ts';
import { useFigure, useTryEvent } from '#kit/figure/useFigure.ts';
import { useDescent } from '#kit/motion/useDescent.ts';
import { TripletInspector } from '#kit/plane/TripletInspector.tsx';
import { TripletPlane } from '#kit/plane/TripletPlane.tsx';
import { remark, type TripletQuantities, type TripletState } from '#kit/plane/triplet.ts';
import { ZoneName } from '#kit/plane/ZoneName.tsx';
import { definition, MARGIN_RANGE, plane, descent as tripletDescent } from './definition.ts';
import { LossField } from './LossField.tsx';
import { TripletCurve } from './TripletCurve.tsx';
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
          <TripletPlane
            {...{ plane, state, quantities, ready, set }}
            home={home}
            onGrab={descent.stop}
          >
            <text class="remark" x={plane.size / 2} y={plane.size - 12}>
              {useComputed(() => remark(state.value, quantities.value))}
            </text>
          </TripletPlane>
        </div>
        <DescentStrip descent={descent} ready={ready}>
          <Quantity label="loss" name="loss" value={useComputed(() => quantities.value.loss)} />
          <ZoneName quantity="zone" zone={useComputed(() => quantities.value.zone)} />
        </DescentStrip>
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
