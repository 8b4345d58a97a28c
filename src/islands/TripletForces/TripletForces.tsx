import { type ReadonlySignal, useComputed } from '@preact/signals';
import { DescentControls } from '#kit/controls/DescentControls.tsx';
import { FigureTools } from '#kit/figure/FigureTools.tsx';
import { Slider } from '#kit/controls/Slider.tsx';
import { Toggle } from '#kit/controls/Toggle.tsx';
import { TripletInspector } from '#kit/plane/TripletInspector.tsx';
import { useDescent } from '#kit/motion/useDescent.ts';
import { useFigure } from '#kit/figure/useFigure.ts';
import { LossField } from './LossField.tsx';
import {
  inspectedTriplet,
  MARGIN_RANGE,
  definition,
  type TripletState,
  descent as tripletDescent,
  tripletQuantities,
} from './definition.ts';
import { TripletCurve } from './TripletCurve.tsx';
import { TripletPlane } from './TripletPlane.tsx';
import '#kit/figure/figure.css';
import '#kit/controls/controls.css';
import '#kit/formula/formula.css';
import '#kit/plane/triplet.css';
import './TripletForces.css';

export default function TripletForces() {
  const figure = useFigure<TripletState>(definition);
  const { state, ready } = figure;
  const descent = useDescent(figure, tripletDescent);
  const quantities = useComputed(() => tripletQuantities(state.value));
  const set = (change: Partial<TripletState>) => {
    state.value = { ...state.value, ...change };
  };
  const squared: ReadonlySignal<boolean> = useComputed(() => state.value.squared);
  const margin = useComputed(() => state.value.margin);

  return (
    <>
      <div class="figure-plane" ref={figure.anchor}>
        <LossField state={state} />
        <TripletPlane
          state={state}
          quantities={quantities}
          ready={ready}
          onGrab={descent.stop}
          set={set}
        />
      </div>
      <div class="figure-curve">
        <TripletCurve state={state} quantities={quantities} />
        <TripletInspector triplet={useComputed(() => inspectedTriplet(state.value))} />
      </div>
      <div class="figure-controls">
        <Slider
          label="margin m"
          name="margin"
          value={margin}
          {...MARGIN_RANGE}
          step={0.01}
          ready={ready}
          set={(value) => set({ margin: value })}
        />
        <Toggle
          label="squared distances"
          name="squared"
          value={squared}
          ready={ready}
          set={(value) => set({ squared: value })}
        />
        <DescentControls
          descent={descent}
          settled={useComputed(() => tripletDescent.settled(state.value))}
          ready={ready}
        />
        <FigureTools figure={figure} definition={definition} onReset={descent.stop} />
      </div>
    </>
  );
}
