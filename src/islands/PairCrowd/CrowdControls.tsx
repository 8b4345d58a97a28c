import { type ReadonlySignal, type Signal, useComputed } from '@preact/signals';
import { Segmented } from '#kit/controls/Segmented.tsx';
import { MarginSlider } from '#kit/controls/MarginSlider.tsx';
import { StepSlider } from '#kit/controls/StepSlider.tsx';
import type { RecordedDescent } from '#kit/motion/useRecordedDescent.ts';
import type { Half } from './crowdLoss.ts';
import { type CrowdState, MARGIN_RANGE } from './definition.ts';

const HALVES: readonly { readonly value: Half; readonly label: string }[] = [
  { value: 'both', label: 'both' },
  { value: 'pull', label: 'pull only' },
  { value: 'push', label: 'push only' },
];

interface CrowdControlsProps {
  readonly state: Signal<CrowdState>;
  readonly descent: RecordedDescent<CrowdState>;
  readonly ready: ReadonlySignal<boolean>;
}

/** The loss, and the descent on it. */
export function CrowdControls({ state, descent, ready }: CrowdControlsProps) {
  const set = (change: Partial<CrowdState>) => {
    state.value = { ...state.value, ...change };
  };
  const first = useComputed(() => descent.history.value.forgotten);
  const stepAt = (cursor: number) => first.value + Math.max(0, cursor);
  return (
    <>
      <Segmented
        legend="Terms of the loss"
        name="half"
        options={HALVES}
        value={useComputed(() => state.value.half)}
        ready={ready}
        set={(half) => set({ half })}
      />
      <MarginSlider
        margin={useComputed(() => state.value.margin)}
        range={MARGIN_RANGE}
        ready={ready}
        set={(margin) => set({ margin })}
      />
      <StepSlider
        label="step"
        step={useComputed(() => stepAt(descent.history.value.cursor))}
        first={first}
        last={useComputed(() => stepAt(descent.history.value.snapshots.length - 1))}
        ready={ready}
        set={(step) => descent.show(step - first.value)}
      />
    </>
  );
}
