import { type ReadonlySignal, useComputed } from '@preact/signals';
import { Slider } from '#kit/controls/Slider.tsx';
import { SETTINGS } from '#training/settings/table.ts';
import { presetOf, type ViewsState } from './definition.ts';
import { PRESETS, STRENGTHS } from './runs.ts';

export interface ViewControlsProps {
  readonly state: ReadonlySignal<ViewsState>;
  readonly ready: ReadonlySignal<boolean>;
  set(change: Partial<ViewsState>): void;
}

/** Runs that are worth comparing, at a press. */
export function PresetButtons({ state, ready, set }: ViewControlsProps) {
  return (
    <div class="control buttons view-presets">
      {PRESETS.map(({ id, label, choices }) => (
        <button
          key={id}
          type="button"
          disabled={useComputed(() => !ready.value)}
          aria-pressed={useComputed(() => presetOf(state.value)?.id === id)}
          onClick={() => set(choices)}
        >
          {label}
        </button>
      ))}
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
