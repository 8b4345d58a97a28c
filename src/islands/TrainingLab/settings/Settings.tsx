import { useComputed } from '@preact/signals';
import { Choice } from '#kit/controls/Choice.tsx';
import { Segmented } from '#kit/controls/Segmented.tsx';
import { Slider } from '#kit/controls/Slider.tsx';
import { isOffline, LOSSES, MINERS, ONLINE_MINERS, RANGES } from '#training/config.ts';
import { LOSS_SETTINGS } from '../definition.ts';
import { marginWarning } from './marginReach.ts';
import type { SettingsProps } from './SettingsProps.ts';
import { trainedOn } from './trainedOn.ts';

const LOSS_NAMES = { triplet: 'triplet', contrastive: 'contrastive' } as const;
const MINER_NAMES = {
  'batch-all': 'batch-all',
  'batch-hard': 'batch-hard',
  'semi-hard': 'semi-hard',
  random: 'random',
  'offline-random': 'offline, random',
  'offline-hard': 'offline, hard',
  'offline-semi-hard': 'offline, semi-hard',
} as const;
const SQUARED = [
  { value: true, label: 'squared' },
  { value: false, label: 'plain' },
] as const;

/** The slider's reach; an address may go beyond it. */
const MARGIN = { min: RANGES.margin.min, max: 2, step: 0.01 } as const;

/** What is chosen most: loss, miner, margin and distance. */
export function MainSettings({
  config,
  ready,
  data,
  set,
}: Omit<SettingsProps, 'takeData' | 'compute'>) {
  return (
    <>
      <div class="lab-choices">
        <Choice
          label="loss"
          options={LOSSES}
          names={LOSS_NAMES}
          value={useComputed(() => config.value.loss)}
          ready={ready}
          // Offline mining chooses triplets, which the contrastive loss does not take.
          set={(loss) =>
            set({
              loss,
              ...LOSS_SETTINGS[loss],
              ...(loss === 'contrastive' &&
                isOffline(config.value.miner) && { miner: 'batch-all' }),
            })
          }
        />
        <Choice
          label="mining"
          options={config.value.loss === 'contrastive' ? ONLINE_MINERS : MINERS}
          names={MINER_NAMES}
          value={useComputed(() => config.value.miner)}
          ready={ready}
          // Semi-hard is defined by the margin: it has no use for a soft one.
          set={(miner) =>
            set(miner.endsWith('semi-hard') ? { miner, softMargin: false } : { miner })
          }
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
