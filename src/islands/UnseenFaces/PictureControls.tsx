import { useComputed } from '@preact/signals';
import { Segmented } from '#kit/controls/Segmented.tsx';
import { Slider } from '#kit/controls/Slider.tsx';
import { Stepper } from '#kit/controls/Stepper.tsx';
import { MOST_ENROLLED, type Rule, type UnseenState } from './definition.ts';
import type { UnseenControlsProps } from './MeetingControls.tsx';
import { type Glasses, NUISANCES } from './pictures.ts';

const GLASSES: readonly { readonly value: Glasses; readonly label: string }[] = [
  { value: 'none', label: 'no glasses' },
  { value: 'round', label: 'round' },
  { value: 'square', label: 'square' },
];
const RULES: readonly { readonly value: Rule; readonly label: string }[] = [
  { value: 'nearest', label: 'nearest picture' },
  { value: 'mean', label: 'mean' },
];
const SLIDERS = [
  { key: 'turn', label: 'turn' },
  { key: 'nod', label: 'nod' },
  { key: 'smile', label: 'smile' },
  { key: 'light', label: 'side light' },
] as const;

/** The pictures that are compared, and how. */
export function PictureControls({ state, ready, set }: UnseenControlsProps) {
  const of = <K extends keyof UnseenState>(key: K) => useComputed(() => state.value[key]);
  return (
    <>
      <Stepper
        label="pictures enrolled"
        name="enrolled"
        value={of('enrolled')}
        min={1}
        max={MOST_ENROLLED}
        ready={ready}
        set={(enrolled) => set({ enrolled })}
      />
      <Segmented
        legend="Compare with"
        name="rule"
        options={RULES}
        value={of('rule')}
        ready={ready}
        set={(rule) => set({ rule })}
      />
      {SLIDERS.map(({ key, label }) => (
        <Slider
          key={key}
          label={label}
          name={key}
          value={of(key)}
          {...NUISANCES[key]}
          step={0.01}
          ready={ready}
          set={(value) => set({ [key]: value })}
        />
      ))}
      <Segmented
        legend="Glasses"
        name="glasses"
        options={GLASSES}
        value={of('glasses')}
        ready={ready}
        set={(glasses) => set({ glasses })}
      />
    </>
  );
}
