import { useComputed } from '@preact/signals';
import { NumberField } from '#kit/controls/NumberField.tsx';
import { Segmented } from '#kit/controls/Segmented.tsx';
import { OPTIMISERS, RANGES } from '#training/config.ts';
import { OPTIMISER_NAMES } from '../groups.ts';
import type { SettingsProps } from '../SettingsProps.ts';

const OPTIONS = OPTIMISERS.map((value) => ({ value, label: OPTIMISER_NAMES[value] }));

/** How the gradient becomes a step. */
export function OptimiserPanel({ config, ready, set }: SettingsProps) {
  return (
    <>
      <Segmented
        legend="Optimiser"
        name="optimiser"
        options={OPTIONS}
        value={useComputed(() => config.value.optimiser)}
        ready={ready}
        set={(optimiser) => set({ optimiser })}
      />
      <NumberField
        label="learning rate"
        range={RANGES.learningRate}
        value={useComputed(() => config.value.learningRate)}
        ready={ready}
        set={(learningRate) => set({ learningRate })}
      />
      <NumberField
        label="momentum"
        range={RANGES.momentum}
        value={useComputed(() => config.value.momentum)}
        ready={useComputed(() => ready.value && config.value.optimiser === 'sgd')}
        set={(momentum) => set({ momentum })}
      />
      <p>
        Adam scales each weight’s step by itself; it has no use for the momentum. SGD takes the
        gradient as it is, and usually wants a larger rate.
      </p>
    </>
  );
}
