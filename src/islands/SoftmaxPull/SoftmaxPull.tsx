import { useComputed } from '@preact/signals';
import { Segmented } from '#kit/controls/Segmented.tsx';
import { StopSlider } from '#kit/controls/StopSlider.tsx';
import { FigureTools } from '#kit/figure/FigureTools.tsx';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { Quantity } from '#kit/figure/Quantity.tsx';
import { useFigure } from '#kit/figure/useFigure.ts';
import {
  definition,
  type SoftmaxQuantities,
  type SoftmaxState,
  shownTemperature,
  takesTemperature,
} from './definition.ts';
import { PairsMatrix } from './PairsMatrix.tsx';
import { PairsPlane } from './PairsPlane.tsx';
import { PullPlane } from './PullPlane.tsx';
import { ShareChart } from './ShareChart.tsx';
import { TemperatureCurve } from './TemperatureCurve.tsx';
import { verdictOf } from './verdict.ts';
import '#kit/figure/figure.css';
import '#kit/controls/controls.css';
import '#kit/formula/formula.css';
import '#kit/plane/triplet.css';
import './SoftmaxPull.css';

const VIEW_OPTIONS = [
  { value: 'anchor', label: 'one anchor' },
  { value: 'pairs', label: 'pictures and captions' },
] as const;

const KIND_OPTIONS = [
  { value: 'hardest', label: 'hardest triplet' },
  { value: 'soft', label: 'soft margin' },
  { value: 'n-pair', label: 'N-pair' },
  { value: 'info-nce', label: 'InfoNCE' },
  { value: 'supcon', label: 'SupCon' },
] as const;

const TEMPERATURE_STOPS = [
  0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.7, 1, 1.5, 2, 3, 5, 7, 10,
];

/** One anchor under losses of one negative and of many; and the two-way loss of a batch of pairs. */
export default function SoftmaxPull() {
  const figure = useFigure<SoftmaxState, SoftmaxQuantities>(definition);
  const { state, quantities, ready } = figure;
  const set = (change: Partial<SoftmaxState>) => {
    state.value = { ...state.value, ...change };
  };
  const view = useComputed(() => state.value.view);
  const kind = useComputed(() => state.value.kind);
  const effective = useComputed(() => quantities.value.pull.effectiveNegatives);
  const isOfPairs = view.value === 'pairs';
  const parts = { state, quantities, ready, set };
  return (
    <>
      <div class="figure-plane" ref={figure.anchor}>
        <div class="plane-box">
          {isOfPairs ? <PairsPlane {...parts} /> : <PullPlane {...parts} />}
        </div>
        <div class="figure-strip">
          <p class="read-outs">
            <Quantity label="loss" name="loss" value={useComputed(() => quantities.value.loss)} />
            {!isOfPairs && (
              <Quantity label="effective negatives" name="effectiveNegatives" value={effective} />
            )}
          </p>
        </div>
      </div>
      <p class="figure-verdict">{useComputed(() => verdictOf(state.value, quantities.value))}</p>
      <div class="figure-curve">
        {isOfPairs ? (
          <PairsMatrix quantities={quantities} />
        ) : (
          <>
            <ShareChart quantities={quantities} />
            <TemperatureCurve state={state} quantities={quantities} />
          </>
        )}
      </div>
      <div class="figure-controls">
        <Segmented
          legend="What is compared"
          name="view"
          options={VIEW_OPTIONS}
          value={view}
          ready={ready}
          set={(value) => set({ view: value })}
        />
        {!isOfPairs && (
          <Segmented
            legend="Loss"
            name="kind"
            options={KIND_OPTIONS}
            value={kind}
            ready={ready}
            set={(value) => set({ kind: value })}
          />
        )}
        <StopSlider
          label={['temperature ', <var key="T">T</var>]}
          name="temperature"
          stops={TEMPERATURE_STOPS}
          value={useComputed(() => shownTemperature(state.value))}
          ready={useComputed(() => ready.value && takesTemperature(state.value))}
          shown={(value) => formatNumber(value)}
          set={(temperature) => set({ temperature })}
        />
        <FigureTools figure={figure} definition={definition} />
      </div>
    </>
  );
}
