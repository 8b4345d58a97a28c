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
import type { Half } from './crowdLoss.ts';
import { type CrowdState, edits, MARGIN_RANGE, definition } from './definition.ts';
import { useRun } from './useRun.ts';
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
  const figure = useFigure<CrowdState>(definition);
  const { state, ready } = figure;
  const run = useRun(figure);
  const selected = useSignal<number>();
  const set = (change: Partial<CrowdState>) => {
    state.value = { ...state.value, ...change };
  };
  const remove = (index: number) => {
    state.value = edits.remove(state.value, index);
    selected.value = Math.min(index, state.value.points.length - 1);
  };
  const reset = () => {
    run.clear();
    selected.value = undefined;
  };
  const stepAt = (index: number) => run.history.value.snapshots.at(index)?.step ?? 0;
  const step = useComputed(() => stepAt(run.history.value.cursor));
  const csv = () =>
    toCsv(
      ['step', 'loss', 'point', 'class', 'x', 'y'],
      run.history.value.snapshots.flatMap((snapshot) =>
        snapshot.state.points.map(({ x, y, label }, k) => [
          snapshot.step,
          snapshot.loss,
          k + 1,
          label,
          x,
          y,
        ]),
      ),
    );

  return (
    <>
      <div class="figure-plane" ref={figure.anchor}>
        <CrowdPlane
          state={state}
          selected={selected}
          held={run.held}
          ready={ready}
          onRemove={remove}
        />
      </div>
      <div class="figure-curve">
        <CrowdHistory state={state} history={run.history} />
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
        <DescentControls descent={run} settled={run.settled} ready={ready} />
        <StepSlider
          label="step"
          step={step}
          first={useComputed(() => stepAt(0))}
          last={useComputed(() => stepAt(-1))}
          ready={ready}
          set={(value) => run.show(value - stepAt(0))}
        />
        <CrowdEditor state={state} selected={selected} ready={ready} onRemove={remove} />
        <FigureTools figure={figure} definition={{ ...definition, csv }} onReset={reset} />
      </div>
    </>
  );
}
