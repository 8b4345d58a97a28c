import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Fold } from '#kit/controls/Fold.tsx';
import { FigureTools } from '#kit/figure/FigureTools.tsx';
import { Quantity } from '#kit/figure/Quantity.tsx';
import { useFigure } from '#kit/figure/useFigure.ts';
import {
  createDefinition,
  isRecorded,
  type Shown,
  verdictOf,
  type ViewsQuantities,
  type ViewsState,
} from './definition.ts';
import { Measures } from './Measures.tsx';
import { RunStrip } from './RunStrip.tsx';
import { STEPS } from './runs.ts';
import { statusText } from './status.ts';
import { useViewsRun } from './useViewsRun.ts';
import { useViewsSource } from './useViewsSource.ts';
import { PresetChoice, StrengthSliders } from './ViewControls.tsx';
import { ViewPairs } from './ViewPairs.tsx';
import { ViewsCloud } from './ViewsCloud.tsx';
import type { ViewsRun } from './viewsRun.ts';
import '#kit/figure/figure.css';
import '#kit/controls/controls.css';
import './TwoViews.css';

interface TwoViewsProps {
  /** The end of the recorded run, drawn when the page was built. */
  readonly still?: ComponentChildren;
}

/** Two views of the same digits, and a network trained on nothing else. */
export default function TwoViews({ still }: TwoViewsProps) {
  const shown = useRef<Shown>({ readings: () => undefined, isMoving: () => false });
  const [definition] = useState(() =>
    createDefinition({
      readings: () => shown.current.readings(),
      isMoving: () => shown.current.isMoving(),
    }),
  );
  const figure = useFigure<ViewsState, ViewsQuantities>(definition);
  const { state, quantities, ready } = figure;
  const run = useViewsRun(state);
  const { source, readings } = useViewsSource({ state, run, figure });
  shown.current = {
    readings: () => readings.value,
    isMoving: () => run.status.value === 'running',
  };
  const set = (change: Partial<ViewsState>) => {
    state.value = { ...state.value, ...change };
  };
  const isStill = useComputed(
    () =>
      source.value === undefined &&
      !run.isCurrent.value &&
      isRecorded(state.value) &&
      state.value.step === STEPS,
  );
  const known = useComputed(() => readings.value ?? []);
  return (
    <>
      <div class="figure-plane" ref={figure.anchor}>
        <ViewPairs state={state} />
        <ViewsCloud {...{ source, still, isStill }} />
        <Numbers quantities={quantities} />
        <RunStrip {...{ run, state, ready, set }} />
      </div>
      <Words {...{ quantities, state, run }} />
      <Measures {...{ state, quantities }} readings={known} />
      <div class="figure-controls">
        <PresetChoice {...{ state, ready, set }} />
        <StrengthSliders {...{ state, ready, set }} />
        <button
          type="button"
          disabled={useComputed(() => !ready.value)}
          onClick={() => set({ draw: state.value.draw + 1 })}
        >
          Other views
        </button>
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

interface NumbersProps {
  readonly quantities: ReadonlySignal<ViewsQuantities>;
}

function Numbers({ quantities }: NumbersProps) {
  return (
    <p class="read-outs" data-drawing>
      <Quantity
        label="10 labels a class"
        name="few10"
        value={useComputed(() => quantities.value.reading?.few[10])}
        digits={2}
      />
      <Quantity
        label="recall@1"
        name="recallAt1"
        value={useComputed(() => quantities.value.reading?.recallAt1)}
        digits={2}
      />
      <Quantity
        label="false negatives"
        name="falseNegatives"
        value={useComputed(() => quantities.value.falseNegatives)}
        digits={2}
      />
    </p>
  );
}

interface WordsProps extends NumbersProps {
  readonly state: ReadonlySignal<ViewsState>;
  readonly run: ViewsRun;
}

/** What the shown step says, and where the run comes from. */
function Words({ quantities, state, run }: WordsProps) {
  return (
    <div class="figure-verdict">
      <p class="views-verdict" data-drawing>
        {useComputed(() => verdictOf(quantities.value))}
      </p>
      <p class="views-status">{useComputed(() => statusText(state.value, run))}</p>
    </div>
  );
}
