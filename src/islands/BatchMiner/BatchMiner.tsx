import { useComputed, useSignal } from '@preact/signals';
import { DescentControls } from '#kit/controls/DescentControls.tsx';
import { FigureTools } from '#kit/figure/FigureTools.tsx';
import { Quantity } from '#kit/figure/Quantity.tsx';
import { Segmented } from '#kit/controls/Segmented.tsx';
import { Slider } from '#kit/controls/Slider.tsx';
import { Stepper } from '#kit/controls/Stepper.tsx';
import { StepSlider } from '#kit/controls/StepSlider.tsx';
import { Toggle } from '#kit/controls/Toggle.tsx';
import { useFigure } from '#kit/figure/useFigure.ts';
import { BatchPlane, type Pair } from './BatchPlane.tsx';
import { type BatchState, FEWEST, MOST, STRATEGIES, sampleName } from './batch.ts';
import { CountGrowth } from './CountGrowth.tsx';
import { DistanceMatrix } from './DistanceMatrix.tsx';
import { edits } from './edits.ts';
import { MARGIN_RANGE, definition, nextSeed } from './definition.ts';
import type { MotionName } from './motions.ts';
import { batchQuantities } from './quantities.ts';
import { RadiusHistory } from './RadiusHistory.tsx';
import { ScaleNeedle } from './ScaleNeedle.tsx';
import { anchorSelection } from './selection.ts';
import { TripletChoice } from './TripletChoice.tsx';
import { useBatchRun } from './useBatchRun.ts';
import '#kit/figure/figure.css';
import '#kit/controls/controls.css';
import '#kit/formula/formula.css';
import '#kit/plane/crowd.css';
import './BatchMiner.css';

const MOTIONS: readonly { readonly value: MotionName; readonly label: string }[] = [
  { value: 'layer', label: 'through a linear layer' },
  { value: 'free', label: 'freely' },
];

export default function BatchMiner() {
  const figure = useFigure<BatchState>(definition);
  const { state, ready } = figure;
  const run = useBatchRun(figure);
  const pair = useSignal<Pair>();
  const quantities = useComputed(() => batchQuantities(state.value));
  const selection = useComputed(() => anchorSelection(state.value, quantities.value));
  const set = (change: Partial<BatchState>) => {
    state.value = { ...state.value, ...change };
  };
  const choosePair = ({ row, column }: Pair) => {
    state.value = edits.choosePair(state.value, row, column);
  };
  const renew = () => {
    run.clear();
    state.value = edits.renew(state.value, nextSeed(state.value.seed));
  };
  const stepAt = (index: number) => run.history.value.snapshots.at(index)?.state.step ?? 0;

  return (
    <>
      <div class="figure-plane" ref={figure.anchor}>
        <p class="read-outs">
          <Quantity label="loss" name="loss" value={useComputed(() => quantities.value.loss)} />
          <Quantity
            label="active share"
            name="activeShare"
            value={useComputed(() => quantities.value.activeShare)}
          />
          <Quantity
            label="anchor"
            name="anchor"
            value={useComputed(() => sampleName(state.value, selection.value.anchor))}
          />
        </p>
        <BatchPlane
          state={state}
          quantities={quantities}
          selection={selection}
          pair={pair}
          rest={run.rest}
          ready={ready}
        />
      </div>
      <div class="figure-curve">
        <p class="read-outs">
          <Quantity
            label={useComputed(() =>
              pair.value
                ? `${sampleName(state.value, pair.value.row)} to ${sampleName(state.value, pair.value.column)}:`
                : 'distance of the pair under the pointer:',
            )}
            name="pairDistance"
            value={useComputed(() =>
              pair.value
                ? quantities.value.distances[
                    pair.value.row * quantities.value.embeddings.rows + pair.value.column
                  ]
                : undefined,
            )}
          />
        </p>
        <DistanceMatrix
          state={state}
          quantities={quantities}
          selection={selection}
          pair={pair}
          ready={ready}
          onChoose={choosePair}
        />
      </div>
      <div class="figure-controls">
        <Segmented
          legend="Strategy"
          name="strategy"
          options={STRATEGIES}
          value={useComputed(() => state.value.strategy)}
          ready={ready}
          set={(strategy) => set({ strategy })}
        />
        <DescentControls descent={run} settled={run.settled} ready={ready} />
        <StepSlider
          label="step"
          step={useComputed(() => state.value.step)}
          first={useComputed(() => stepAt(0))}
          last={useComputed(() => stepAt(-1))}
          ready={ready}
          set={(step) => run.show(step - stepAt(0))}
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
        <Toggle
          label="squared distances"
          name="squared"
          value={useComputed(() => state.value.squared)}
          ready={ready}
          set={(squared) => set({ squared })}
        />
        <Stepper
          label="classes P"
          name="p"
          value={useComputed(() => state.value.p)}
          min={FEWEST}
          max={MOST}
          ready={ready}
          set={(p) => {
            pair.value = undefined;
            state.value = edits.resize(state.value, { p });
          }}
        />
        <Stepper
          label="samples K"
          name="k"
          value={useComputed(() => state.value.k)}
          min={FEWEST}
          max={MOST}
          ready={ready}
          set={(k) => {
            pair.value = undefined;
            state.value = edits.resize(state.value, { k });
          }}
        />
        <div class="control motion">
          <span aria-hidden="true">points move</span>
          <Segmented
            legend="The points move"
            name="motion"
            options={MOTIONS}
            value={useComputed(() => state.value.motion)}
            ready={ready}
            set={(motion) => set({ motion })}
          />
        </div>
        <button type="button" disabled={useComputed(() => !ready.value)} onClick={renew}>
          Another batch
        </button>
        <FigureTools
          figure={figure}
          definition={definition}
          onReset={() => {
            run.clear();
            pair.value = undefined;
          }}
        />
      </div>
      <div class="panel panel-needle">
        <ScaleNeedle quantities={quantities} />
      </div>
      <div class="panel panel-history">
        <RadiusHistory quantities={quantities} history={run.history} />
      </div>
      <div class="panel panel-growth">
        <CountGrowth state={state} quantities={quantities} />
      </div>
      <div class="panel panel-triplet">
        <TripletChoice state={state} quantities={quantities} ready={ready} />
      </div>
    </>
  );
}
