import { type ReadonlySignal, useComputed } from '@preact/signals';
import { Segmented } from '#kit/controls/Segmented.tsx';
import { Slider } from '#kit/controls/Slider.tsx';
import { SETTINGS } from '#training/settings/table.ts';
import { presetOf, type ViewsState } from './definition.ts';
import { PRESETS, STEPS, STRENGTHS } from './runs.ts';

export interface ViewControlsProps {
  readonly state: ReadonlySignal<ViewsState>;
  readonly ready: ReadonlySignal<boolean>;
  set(change: Partial<ViewsState>): void;
}

/** Runs that are worth comparing, each at a press; none is chosen where the settings are no preset. */
export function PresetChoice({ state, ready, set }: ViewControlsProps) {
  return (
    <div class="preset-choice">
      <Segmented
        legend="What is trained"
        name="preset"
        options={PRESETS.map(({ id, label }) => ({ value: id, label }))}
        value={useComputed(() => presetOf(state.value)?.id)}
        ready={ready}
        set={(id) => set({ ...PRESETS.find((preset) => preset.id === id)!.choices, step: STEPS })}
      />
    </div>
  );
}

/** How strongly views differ, each strength by itself. */
export function StrengthSliders({ state, ready, set }: ViewControlsProps) {
  return (
    <div class="view-strengths">
      {STRENGTHS.map((name) => {
        const { label, slider } = SETTINGS[name];
        return (
          <Slider
            key={name}
            label={label}
            name={name}
            min={0}
            max={slider?.max ?? 1}
            step={slider?.step ?? 1}
            value={useComputed(() => state.value[name])}
            ready={ready}
            set={(value) => set({ [name]: value })}
          />
        );
      })}
    </div>
  );
}
