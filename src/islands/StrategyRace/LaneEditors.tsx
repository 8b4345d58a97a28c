import { type ReadonlySignal, useComputed } from '@preact/signals';
import { NumberField } from '#kit/controls/NumberField.tsx';
import { SETTINGS } from '#training/settings/table.ts';
import { P_RANGE, type RaceState } from './definition.ts';
import { LaneEditor } from './LaneEditor.tsx';
import { LANE_NUMBERS } from './lane.ts';

interface LaneEditorsProps {
  readonly state: ReadonlySignal<RaceState>;
  readonly ready: ReadonlySignal<boolean>;
  set(change: Partial<RaceState>): void;
}

/** What the lanes train with: each its own recipe, and all the same batches. */
export default function LaneEditors({ state, ready, set }: LaneEditorsProps) {
  const count = useComputed(() => state.value.lanes);
  return (
    <>
      <div class="lane-editors">
        {useComputed(() =>
          LANE_NUMBERS.slice(0, count.value).map((number) => (
            <LaneEditor key={number} {...{ number, state, ready, set }} />
          )),
        )}
      </div>
      <div class="race-common">
        <NumberField
          label="classes P"
          range={P_RANGE}
          value={useComputed(() => state.value.p)}
          ready={ready}
          set={(p) => set({ p })}
        />
        <NumberField
          label="samples K"
          range={SETTINGS.k.range}
          value={useComputed(() => state.value.k)}
          ready={ready}
          set={(k) => set({ k })}
        />
        <NumberField
          label="seed"
          range={SETTINGS.seed.range}
          value={useComputed(() => state.value.seed)}
          ready={ready}
          set={(seed) => set({ seed })}
        />
      </div>
    </>
  );
}
