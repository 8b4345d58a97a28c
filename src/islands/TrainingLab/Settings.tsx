import { type ReadonlySignal, useComputed } from '@preact/signals';
import { Choice } from '../../figures/Choice.tsx';
import { NumberField } from '../../figures/NumberField.tsx';
import { Segmented } from '../../figures/Segmented.tsx';
import { Slider } from '../../figures/Slider.tsx';
import { LOSSES, MINERS, RANGES, REDUCERS, type TrainingConfig } from '../../training/config.ts';
import { LOSS_SETTINGS } from './model.ts';

const LOSS_NAMES = { triplet: 'triplet', contrastive: 'contrastive' } as const;
const MINER_NAMES = {
  'batch-all': 'batch-all',
  'batch-hard': 'batch-hard',
  'semi-hard': 'semi-hard',
  random: 'random',
} as const;
const REDUCER_NAMES = {
  'mean-nonzero': 'over those with a loss',
  mean: 'over all selected',
  sum: 'sum instead',
} as const;
const SQUARED = [
  { value: true, label: 'squared' },
  { value: false, label: 'plain' },
] as const;
const SOFT = [
  { value: false, label: 'hinge' },
  { value: true, label: 'soft margin' },
] as const;

/** The slider's reach; an address may go beyond it. */
const MARGIN = { min: RANGES.margin.min, max: 2, step: 0.01 } as const;

interface SettingsProps {
  readonly config: ReadonlySignal<TrainingConfig>;
  readonly ready: ReadonlySignal<boolean>;
  set(change: Partial<TrainingConfig>): void;
}

/** What is chosen most: loss, miner, margin and distance. */
export function MainSettings({ config, ready, set }: SettingsProps) {
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
        ready={ready}
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
    </>
  );
}

/** What is chosen seldom. */
export function MoreSettings({ config, ready, set }: SettingsProps) {
  const hasSoftMargin = useComputed(
    () => ready.value && config.value.loss === 'triplet' && config.value.miner !== 'semi-hard',
  );
  return (
    <div class="lab-more">
      <NumberField
        label="classes in a batch, P"
        range={RANGES.p}
        value={useComputed(() => config.value.p)}
        ready={ready}
        set={(p) => set({ p })}
      />
      <NumberField
        label="images of each, K"
        range={RANGES.k}
        value={useComputed(() => config.value.k)}
        ready={ready}
        set={(k) => set({ k })}
      />
      <NumberField
        label="learning rate (Adam)"
        range={RANGES.learningRate}
        value={useComputed(() => config.value.learningRate)}
        ready={ready}
        set={(learningRate) => set({ learningRate })}
      />
      <NumberField
        label="seed"
        range={RANGES.seed}
        value={useComputed(() => config.value.seed)}
        ready={ready}
        set={(seed) => set({ seed })}
      />
      <Choice
        label="mean loss"
        options={REDUCERS}
        names={REDUCER_NAMES}
        value={useComputed(() => config.value.reducer)}
        ready={ready}
        set={(reducer) => set({ reducer })}
      />
      <Segmented
        legend="Hinge or soft margin"
        name="softMargin"
        options={SOFT}
        value={useComputed(() => config.value.softMargin)}
        ready={hasSoftMargin}
        set={(softMargin) => set({ softMargin })}
      />
    </div>
  );
}
