import { type ReadonlySignal, type Signal, useComputed } from '@preact/signals';
import { Segmented } from '#kit/controls/Segmented.tsx';
import { MarginAndDistance } from '#kit/controls/MarginAndDistance.tsx';
import { Stepper } from '#kit/controls/Stepper.tsx';
import { type BatchState, FEWEST, MOST } from './batch.ts';
import { MARGIN_RANGE } from './definition.ts';
import { edits } from './edits.ts';
import type { MotionName } from './motions.ts';

const SIZES = [
  { key: 'p', label: 'classes P' },
  { key: 'k', label: 'samples K' },
] as const;

const MOTIONS: readonly { readonly value: MotionName; readonly label: string }[] = [
  { value: 'layer', label: 'through a linear layer' },
  { value: 'free', label: 'freely' },
];

interface LossSettingsProps {
  readonly state: Signal<BatchState>;
  readonly ready: ReadonlySignal<boolean>;
}

/** The margin and the distance. */
export function LossSettings({ state, ready }: LossSettingsProps) {
  const set = (change: Partial<BatchState>) => {
    state.value = { ...state.value, ...change };
  };
  return <MarginAndDistance {...{ state, ready, set }} range={MARGIN_RANGE} />;
}

interface BatchSettingsProps extends LossSettingsProps {
  /** The batch gets other samples: the pair that the reader points at may be none of them. */
  onResize(): void;
}

/** The size of the batch, and how its points move. */
export function BatchSettings({ state, ready, onResize }: BatchSettingsProps) {
  return (
    <>
      {SIZES.map(({ key, label }) => (
        <Stepper
          key={key}
          label={label}
          name={key}
          value={useComputed(() => state.value[key])}
          min={FEWEST}
          max={MOST}
          ready={ready}
          set={(size) => {
            onResize();
            state.value = edits.resize(state.value, { [key]: size });
          }}
        />
      ))}
      <div class="control motion">
        <span aria-hidden="true">points move</span>
        <Segmented
          legend="The points move"
          name="motion"
          options={MOTIONS}
          value={useComputed(() => state.value.motion)}
          ready={ready}
          set={(motion) => {
            state.value = { ...state.value, motion };
          }}
        />
      </div>
    </>
  );
}
