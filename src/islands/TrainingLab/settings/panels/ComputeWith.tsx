import { useComputed } from '@preact/signals';
import { ActionButton } from '#kit/controls/ActionButton.tsx';
import { Choice } from '#kit/controls/Choice.tsx';
import { BACKEND_NAMES } from '#training/compute/backends.ts';
import { BACKEND_TITLES, measuredText } from '#islands/TrainingLab/computing/measuredText.ts';
import type { SettingsProps } from '../SettingsProps.ts';

const OPTIONS = ['fastest', ...BACKEND_NAMES] as const;
const NAMES = { fastest: 'whatever is fastest here', ...BACKEND_TITLES };

/** Which processor trains, and what was measured of each. It holds from the next run on. */
export function ComputeWith({ config, ready, compute }: SettingsProps) {
  const { computing, measuring, problem } = compute;
  return (
    <div class="lab-compute">
      <Choice
        label="Compute with"
        options={OPTIONS}
        names={NAMES}
        value={useComputed(() => computing.value.choice)}
        ready={ready}
        set={compute.choose}
      />
      <ActionButton
        ready={ready}
        idle={measuring}
        act={() => void compute.measure(config.value.network)}
      >
        Measure
      </ActionButton>
      <p role="status" data-role="measured">
        {useComputed(() => {
          if (measuring.value) return 'Trying some steps on each …';
          return problem.value || measuredText(computing.value, config.value.network);
        })}
      </p>
      <p>
        The choice holds from the next run on. WebAssembly computes on the main processor, WebGPU
        and WebGL on the graphics processor, which must be asked for every step and answers late: it
        gains on large networks only. All of them train the same network, to the last digits.
      </p>
    </div>
  );
}
