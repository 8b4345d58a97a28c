import { type ReadonlySignal, useComputed } from '@preact/signals';
import { DescentControls } from '../../figures/DescentControls.tsx';
import { FigureTools } from '../../figures/FigureTools.tsx';
import { Segmented } from '../../figures/Segmented.tsx';
import { Slider } from '../../figures/Slider.tsx';
import { useDescent } from '../../figures/useDescent.ts';
import { useFigure } from '../../figures/useFigure.ts';
import {
  MARGIN_RANGE,
  model,
  type PairState,
  descent as pairDescent,
  pairQuantities,
} from './model.ts';
import { PairCurve } from './PairCurve.tsx';
import { PairPlane } from './PairPlane.tsx';
import '../../figures/figure.css';
import '../../figures/controls.css';
import '../../figures/formula.css';
import './PairForces.css';

const OPTIONS = [
  { value: 1, label: 'similar, y = 1' },
  { value: 0, label: 'dissimilar, y = 0' },
] as const;

export default function PairForces() {
  const figure = useFigure<PairState>(model);
  const { state, ready } = figure;
  const descent = useDescent(figure, pairDescent);
  const quantities = useComputed(() => pairQuantities(state.value));
  const set = (change: Partial<PairState>) => {
    state.value = { ...state.value, ...change };
  };
  const y: ReadonlySignal<0 | 1> = useComputed(() => state.value.y);
  const margin = useComputed(() => state.value.margin);

  return (
    <>
      <div class="figure-plane" ref={figure.anchor}>
        <PairPlane
          state={state}
          quantities={quantities}
          ready={ready}
          onGrab={descent.stop}
          set={set}
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
        <Slider
          label="margin m"
          name="margin"
          value={margin}
          {...MARGIN_RANGE}
          step={0.01}
          ready={ready}
          set={(value) => set({ margin: value })}
        />
        <DescentControls
          descent={descent}
          settled={useComputed(() => pairDescent.settled(state.value))}
          ready={ready}
        />
        <FigureTools figure={figure} model={model} onReset={descent.stop} />
      </div>
    </>
  );
}
