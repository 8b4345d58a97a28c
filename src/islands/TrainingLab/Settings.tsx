import { useComputed } from '@preact/signals';
import { Choice } from '../../figures/Choice.tsx';
import { Segmented } from '../../figures/Segmented.tsx';
import { Slider } from '../../figures/Slider.tsx';
import { LOSSES, MINERS, RANGES } from '../../training/config.ts';
import { LOSS_SETTINGS } from './model.ts';
import { marginWarning } from './settings/marginReach.ts';
import type { SettingsProps } from './settings/SettingsProps.ts';
import { trainedOn } from './settings/trainedOn.ts';

const LOSS_NAMES = { triplet: 'triplet', contrastive: 'contrastive' } as const;
const MINER_NAMES = {
  'batch-all': 'batch-all',
  'batch-hard': 'batch-hard',
  'semi-hard': 'semi-hard',
  random: 'random',
} as const;
const SQUARED = [
  { value: true, label: 'squared' },
  { value: false, label: 'plain' },
] as const;

/** The slider's reach; an address may go beyond it. */
const MARGIN = { min: RANGES.margin.min, max: 2, step: 0.01 } as const;

/** What is chosen most: loss, miner, margin and distance. */
export function MainSettings({ config, ready, data, set }: Omit<SettingsProps, 'takeData'>) {
  return (
    <>
      <div class="lab-choices">
        <Choice
          label="loss"
          options={LOSSES}
          names={LOSS_NAMES}
          value={useComputed(() => config.value.loss)}
          ready={ready}
          set={(loss) => set({ loss, ...LOSS_SETTINGS[loss] })}
        />
        <Choice
          label="mining"
          options={MINERS}
          names={MINER_NAMES}
          value={useComputed(() => config.value.miner)}
          ready={ready}
          // Semi-hard is defined by the margin: it has no use for a soft one.
          set={(miner) => set(miner === 'semi-hard' ? { miner, softMargin: false } : { miner })}
        />
      </div>
      <Slider
        label="margin"
        name="margin"
        {...MARGIN}
        value={useComputed(() => config.value.margin)}
        // A soft margin has none to set.
        ready={useComputed(
          () => ready.value && !(config.value.softMargin && config.value.loss === 'triplet'),
        )}
        set={(margin) => set({ margin })}
      />
      <Segmented
        legend="Distance"
        name="squared"
        options={SQUARED}
        value={useComputed(() => config.value.distance === 'squared')}
        ready={ready}
        set={(squared) => set({ distance: squared ? 'squared' : 'plain' })}
      />
      <p class="lab-margin-warning" role="status">
        {useComputed(() =>
          marginWarning(config.value, trainedOn(config.value, data.value.classes.length).length),
        )}
      </p>
    </>
  );
}
