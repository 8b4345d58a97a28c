import { type Signal, useComputed, useSignalEffect } from '@preact/signals';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Needle } from '#kit/charts/Needle.tsx';
import { Fold } from '#kit/controls/Fold.tsx';
import { StepSlider } from '#kit/controls/StepSlider.tsx';
import { FigureTools } from '#kit/figure/FigureTools.tsx';
import { Quantity } from '#kit/figure/Quantity.tsx';
import { useFigure } from '#kit/figure/useFigure.ts';
import {
  createDefinition,
  type Shown,
  verdictOf,
  type ViewsQuantities,
  type ViewsState,
} from './definition.ts';
import { FewChart } from './FewChart.tsx';
import { STEPS } from './runs.ts';
import { ShapePlane } from './ShapePlane.tsx';
import { statusText } from './status.ts';
import { useViewsSource } from './useViewsSource.ts';
import { PresetButtons, StrengthSliders } from './ViewControls.tsx';
import { ViewPairs } from './ViewPairs.tsx';
import { ViewsCloud } from './ViewsCloud.tsx';
import { createViewsRun, type ViewsRun } from './viewsRun.ts';
import '#kit/figure/figure.css';
import '#kit/controls/controls.css';
import './TwoViews.css';

/** The reader's own run: it pauses out of sight, and when its settings are others by now. */
function useViewsRun(state: Signal<ViewsState>): ViewsRun {
  const run = useMemo(() => createViewsRun(state), []);
  useEffect(() => {
    const update = () => {
      if (document.hidden) run.pause();
    };
    document.addEventListener('visibilitychange', update);
    return () => {
      document.removeEventListener('visibilitychange', update);
      run.clear();
    };
  }, []);
  useSignalEffect(() => {
    if (!run.isCurrent.value && run.begun.peek() !== undefined) run.clear();
  });
  const last = useRef(0);
  // The newest step is shown as long as the reader has not gone back.
  useSignalEffect(() => {
    const step = run.step.value;
    if (run.begun.value === undefined) return;
    if (state.peek().step >= last.current) state.value = { ...state.peek(), step };
    last.current = step;
  });
  return run;
}

/** Two views of the same digits, and a network trained on nothing else. */
export default function TwoViews() {
  const shown = useRef<Shown>({ readings: () => undefined, isMoving: () => false });
  const [definition] = useState(() =>
    createDefinition({
      readings: () => shown.current.readings(),
      isMoving: () => shown.current.isMoving(),
    }),
  );
  const figure = useFigure<ViewsState, ViewsQuantities>(definition);
  const { state, quantities, ready, problems } = figure;
  const run = useViewsRun(state);
  const { source, readings } = useViewsSource({ state, run, problems });
  shown.current = {
    readings: () => readings.value,
    isMoving: () => run.status.value === 'running',
  };
  const set = (change: Partial<ViewsState>) => {
    state.value = { ...state.value, ...change };
  };
  const reading = useComputed(() => quantities.value.reading);
  const isMoving = useComputed(
    () => run.isCurrent.value && ['running', 'loading'].includes(run.status.value),
  );
  const press = () => {
    if (isMoving.value) {
      run.pause();
      return;
    }
    if (!(run.isCurrent.value && run.status.value === 'paused')) set({ step: 0 });
    run.run();
  };
  const last = useComputed(() => (run.begun.value === undefined ? STEPS : run.step.value));
  return (
    <>
      <div class="figure-plane" ref={figure.anchor}>
        <ViewPairs state={state} />
        <ViewsCloud source={source} />
        <div class="figure-strip">
          <button
            type="button"
            class="primary"
            disabled={useComputed(() => !ready.value)}
            onClick={press}
          >
            {useComputed(() => (isMoving.value ? 'Pause' : 'Train here'))}
          </button>
          <button
            type="button"
            disabled={useComputed(() => !ready.value)}
            onClick={() => set({ draw: state.value.draw + 1 })}
          >
            Other views
          </button>
          <StepSlider
            label="step"
            step={useComputed(() => state.value.step)}
            first={useComputed(() => 0)}
            last={last}
            ready={ready}
            set={(step) => set({ step })}
          />
        </div>
      </div>
      <div class="figure-verdict">
        <p data-drawing>{useComputed(() => verdictOf(quantities.value))}</p>
        <p class="views-status">{useComputed(() => statusText(state.value, run))}</p>
      </div>
      <div class="figure-curve views-measures">
        <FewChart reading={reading} />
        <ShapePlane readings={useComputed(() => readings.value ?? [])} reading={reading} />
        <StdNeedle quantities={quantities} />
      </div>
      <div class="figure-controls">
        <PresetButtons {...{ state, ready, set }} />
        <StrengthSliders {...{ state, ready, set }} />
        <Fold
          class="views-fold"
          summary="Network, batch, temperature"
          load={() => import('./RunSettings.tsx')}
          props={{ state, ready, set }}
        />
        <FigureTools figure={figure} definition={definition} onReset={run.clear} />
      </div>
    </>
  );
}

/** Whether the coordinates vary as they should, and what else is counted. */
function StdNeedle({ quantities }: { readonly quantities: { readonly value: ViewsQuantities } }) {
  const share = useComputed(() => quantities.value.stdShare);
  const balance = useComputed(() => Math.max(-1, Math.min(1, 1 - (share.value ?? 1))));
  return (
    <div class="views-numbers">
      <Needle
        balance={balance}
        label={useComputed(() =>
          share.value === undefined
            ? 'Standard deviation of a coordinate: not known yet'
            : `Standard deviation of a coordinate: ${share.value.toFixed(2)} of what an even spread has`,
        )}
      />
      <Quantity label="std, of an even spread’s" name="stdShare" value={share} digits={2} />
      <Quantity
        label="recall@1"
        name="recallAt1"
        value={useComputed(() => quantities.value.reading?.recallAt1)}
        digits={3}
      />
      <Quantity
        label="false negatives"
        name="falseNegatives"
        value={useComputed(() => quantities.value.falseNegatives)}
        digits={3}
      />
    </div>
  );
}
