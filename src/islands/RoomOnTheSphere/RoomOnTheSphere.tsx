import { useComputed } from '@preact/signals';
import { MarginAndDistance } from '#kit/controls/MarginAndDistance.tsx';
import { Segmented } from '#kit/controls/Segmented.tsx';
import { FigureTools } from '#kit/figure/FigureTools.tsx';
import { useFigure } from '#kit/figure/useFigure.ts';
import { DimensionSlider } from './DimensionSlider.tsx';
import { DistanceChart } from './DistanceChart.tsx';
import { definition, MARGIN_RANGE, NEGATIVES } from './definition.ts';
import { GapChart } from './GapChart.tsx';
import type { RoomQuantities, RoomState } from './room.ts';
import { verdictOf } from './verdict.ts';
import '#kit/figure/figure.css';
import '#kit/controls/controls.css';
import '#kit/formula/formula.css';
import '#kit/plane/triplet.css';
import './RoomOnTheSphere.css';

const OPTIONS = NEGATIVES.map((value) => ({ value, label: value.toLocaleString('en') }));

/** How far apart random points on a sphere are, and what that makes of a margin. */
export default function RoomOnTheSphere() {
  const figure = useFigure<RoomState, RoomQuantities>(definition);
  const { state, quantities, ready } = figure;
  const set = (change: Partial<RoomState>) => {
    state.value = { ...state.value, ...change };
  };
  return (
    <>
      <div class="figure-plane figure-passes" ref={figure.anchor}>
        <DistanceChart state={state} quantities={quantities} />
      </div>
      <div class="figure-curve figure-stays">
        <GapChart state={state} quantities={quantities} />
      </div>
      <p class="figure-verdict">{useComputed(() => verdictOf(state.value, quantities.value))}</p>
      <div class="figure-controls">
        <DimensionSlider
          dimensions={useComputed(() => state.value.dimensions)}
          ready={ready}
          set={(dimensions) => set({ dimensions })}
        />
        <MarginAndDistance {...{ state, ready, set }} range={MARGIN_RANGE} />
        <div class="negatives">
          <span aria-hidden="true">negatives in the batch</span>
          <Segmented
            legend="Negatives in the batch"
            name="negatives"
            options={OPTIONS}
            value={useComputed(() => state.value.negatives)}
            ready={ready}
            set={(negatives) => set({ negatives })}
          />
        </div>
        <FigureTools figure={figure} definition={definition} />
      </div>
    </>
  );
}
