import { useComputed, useSignal } from '@preact/signals';
import { toCsv } from '#kit/files/csv.ts';
import { DescentControls } from '#kit/controls/DescentControls.tsx';
import { FigureTools } from '#kit/figure/FigureTools.tsx';
import { Segmented } from '#kit/controls/Segmented.tsx';
import { Slider } from '#kit/controls/Slider.tsx';
import { StepSlider } from '#kit/controls/StepSlider.tsx';
import { useFigure } from '#kit/figure/useFigure.ts';
import { CrowdEditor } from './CrowdEditor.tsx';
import { CrowdHistory } from './CrowdHistory.tsx';
import { CrowdPlane } from './CrowdPlane.tsx';
import type { CrowdLoss, Half } from './crowdLoss.ts';
import { type CrowdState, edits, MARGIN_RANGE, definition } from './definition.ts';
import { useCrowdDescent } from './useCrowdDescent.ts';
import '#kit/figure/figure.css';
import '#kit/controls/controls.css';
import '#kit/formula/formula.css';
import '#kit/plane/crowd.css';
import './PairCrowd.css';

const HALVES: readonly { readonly value: Half; readonly label: string }[] = [
  { value: 'both', label: 'both' },
  { value: 'pull', label: 'pull only' },
  { value: 'push', label: 'push only' },
];

export default function PairCrowd() {
  const figure = useFigure<CrowdState, CrowdLoss>(definition);
  const { state, quantities, ready } = figure;
  const descent = useCrowdDescent(figure);
  const { history } = descent;
  const selected = useSignal<number>();
  const set = (change: Partial<CrowdState>) => {
    state.value = { ...state.value, ...change };
  };
  const remove = (index: number) => {
    state.value = edits.remove(state.value, index);
    selected.value = Math.min(index, state.value.points.length - 1);
  };
  const reset = () => {
    descent.clear();
    selected.value = undefined;
  };
  const first = useComputed(() => history.value.forgotten);
  const csv = () =>
    toCsv(
      ['step', 'loss', 'point', 'class', 'x', 'y'],
      history.value.snapshots.flatMap(({ state: { points }, value }, index) =>
        points.map(({ x, y, label }, k) => [first.value + index, value, k + 1, label, x, y]),
      ),
    );

  return (
    <>
      <div class="figure-plane" ref={figure.anchor}>
        <CrowdPlane
          state={state}
          loss={quantities}
          selected={selected}
          held={descent.held}
          ready={ready}
          onRemove={remove}
        />
      </div>
      <div class="figure-curve">
        <CrowdHistory state={state} present={quantities} history={history} />
      </div>
      <div class="figure-controls">
        <Segmented
          legend="Terms of the loss"
          name="half"
          options={HALVES}
          value={useComputed(() => state.value.half)}
          ready={ready}
          set={(half) => set({ half })}
        />
        <Slider
          label="margin m"
          name="margin"
          value={useComputed(() => state.value.margin)}
          {...MARGIN_RANGE}
          step={0.01}
          ready={ready}
          set={(margin) => set({ margin })}
        />
        <DescentControls descent={descent} ready={ready} />
        <StepSlider
          label="step"
          step={useComputed(() => first.value + history.value.cursor)}
          first={first}
          last={useComputed(() => first.value + Math.max(0, history.value.snapshots.length - 1))}
          ready={ready}
          set={(step) => descent.show(step - first.value)}
        />
        <CrowdEditor state={state} selected={selected} ready={ready} onRemove={remove} />
        <FigureTools figure={figure} definition={{ ...definition, csv }} onReset={reset} />
      </div>
    </>
  );
}
