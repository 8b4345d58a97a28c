import { useComputed } from '@preact/signals';
import { Segmented } from '#kit/controls/Segmented.tsx';
import { Slider } from '#kit/controls/Slider.tsx';
import { SETTINGS } from '#training/settings/table.ts';
import { BATCHES, NETWORKS } from './definition.ts';
import type { ViewControlsProps } from './ViewControls.tsx';

/** Network, batch and temperature. */
export default function RunSettings({ state, ready, set }: ViewControlsProps) {
  return (
    <div class="view-run">
      <Segmented
        legend={SETTINGS.network.label}
        name="network"
        options={SETTINGS.network.options
          .filter(({ name }) => NETWORKS.includes(name))
          .map(({ name, label }) => ({ value: name, label }))}
        value={useComputed(() => state.value.network)}
        ready={ready}
        set={(network) => set({ network })}
      />
      <Segmented
        legend="Images in a batch"
        name="p"
        options={BATCHES.map((value) => ({ value: value as number, label: `${value} images` }))}
        value={useComputed(() => state.value.p)}
        ready={ready}
        set={(p) => set({ p })}
      />
      <Slider
        label={SETTINGS.temperature.label}
        name="temperature"
        min={0.05}
        max={1}
        step={0.05}
        value={useComputed(() => state.value.temperature)}
        ready={ready}
        set={(temperature) => set({ temperature })}
      />
    </div>
  );
}
