import { type ReadonlySignal, type Signal, useComputed } from '@preact/signals';
import { Fold } from '#kit/controls/Fold.tsx';
import { NumberField } from '#kit/controls/NumberField.tsx';
import { Stepper } from '#kit/controls/Stepper.tsx';
import { FEWEST_LANES, hasUsualLanes, type RaceState, STEPS_RANGE } from './definition.ts';
import { MOST_LANES } from './lane.ts';

interface RaceControlsProps {
  readonly state: Signal<RaceState>;
  readonly ready: ReadonlySignal<boolean>;
}

/** How many race, how far, and, unfolded, with what. */
export function RaceControls({ state, ready }: RaceControlsProps) {
  const set = (change: Partial<RaceState>) => {
    state.value = { ...state.value, ...change };
  };
  return (
    <>
      <Stepper
        label="lanes"
        name="lanes"
        value={useComputed(() => state.value.lanes)}
        min={FEWEST_LANES}
        max={MOST_LANES}
        ready={ready}
        set={(lanes) => set({ lanes })}
      />
      <NumberField
        label="steps"
        range={STEPS_RANGE}
        value={useComputed(() => state.value.steps)}
        ready={ready}
        set={(steps) => set({ steps })}
      />
      <Fold
        class="race-details"
        summary="Settings of the lanes"
        opens={useComputed(() => !hasUsualLanes(state.value))}
        load={() => import('./LaneEditors.tsx')}
        props={{ state, ready, set }}
      />
    </>
  );
}
