import { type ReadonlySignal, useComputed } from '@preact/signals';
import { NumberField } from '#kit/controls/NumberField.tsx';
import { Segmented } from '#kit/controls/Segmented.tsx';
import { SETTINGS } from '#training/settings/table.ts';
import type { EyeState } from './definition.ts';

interface RunSettingsProps {
  readonly state: ReadonlySignal<EyeState>;
  readonly ready: ReadonlySignal<boolean>;
  set(change: Partial<EyeState>): void;
}

const DIMS = SETTINGS.dims.options.map(({ name, label }) => ({
  value: name,
  label: name === 2 ? label : String(name),
}));
const OPTIMISERS = SETTINGS.optimiser.options.map(({ name, label }) => ({ value: name, label }));

/** What the reader's own two runs are trained with. */
export default function RunSettings({ state, ready, set }: RunSettingsProps) {
  return (
    <div class="eye-settings">
      <Segmented
        legend={SETTINGS.dims.label}
        name="dims"
        options={DIMS}
        value={useComputed(() => state.value.dims)}
        ready={ready}
        set={(dims) => set({ dims })}
      />
      <Segmented
        legend={SETTINGS.optimiser.label}
        name="optimiser"
        options={OPTIMISERS}
        value={useComputed(() => state.value.optimiser)}
        ready={ready}
        set={(optimiser) => set({ optimiser })}
      />
      <NumberField
        label={SETTINGS.seed.label}
        range={SETTINGS.seed.range}
        value={useComputed(() => state.value.seed)}
        ready={ready}
        set={(seed) => set({ seed })}
      />
    </div>
  );
}
