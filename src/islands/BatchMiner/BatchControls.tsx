import { type ReadonlySignal, type Signal, useComputed } from '@preact/signals';
import { Segmented } from '#kit/controls/Segmented.tsx';
import { StepSlider } from '#kit/controls/StepSlider.tsx';
import type { RecordedDescent } from '#kit/motion/useRecordedDescent.ts';
import { BatchSettings, LossSettings } from './BatchSettings.tsx';
import { type BatchState, STRATEGIES } from './batch.ts';
import { nextSeed } from './definition.ts';
import { edits } from './edits.ts';

interface BatchControlsProps {
  readonly state: Signal<BatchState>;
  readonly descent: RecordedDescent<BatchState>;
  readonly ready: ReadonlySignal<boolean>;
  /** The batch gets other samples: the pair that the reader points at may be none of them. */
  onResize(): void;
}

/** The strategy, the descent under it, and what it works on. */
export function BatchControls({ state, descent, ready, onResize }: BatchControlsProps) {
  const renew = () => {
    descent.clear();
    state.value = edits.renew(state.value, nextSeed(state.value.seed));
  };
  const stepAt = (index: number) => descent.history.value.snapshots.at(index)?.state.step ?? 0;
  return (
    <>
      <Segmented
        legend="Strategy"
        name="strategy"
        options={STRATEGIES}
        value={useComputed(() => state.value.strategy)}
        ready={ready}
        set={(strategy) => {
          state.value = { ...state.value, strategy };
        }}
      />
      <StepSlider
        label="step"
        step={useComputed(() => state.value.step)}
        first={useComputed(() => stepAt(0))}
        last={useComputed(() => stepAt(-1))}
        ready={ready}
        set={(step) => descent.show(step - stepAt(0))}
      />
      <LossSettings state={state} ready={ready} />
      <details class="batch-details">
        <summary>The batch, and how its points move</summary>
        <div class="batch-settings">
          <BatchSettings state={state} ready={ready} onResize={onResize} />
          <button type="button" disabled={useComputed(() => !ready.value)} onClick={renew}>
            Another batch
          </button>
        </div>
      </details>
    </>
  );
}
