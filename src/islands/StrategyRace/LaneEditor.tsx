import { type ReadonlySignal, useComputed } from '@preact/signals';
import { Choice } from '#kit/controls/Choice.tsx';
import { NumberField } from '#kit/controls/NumberField.tsx';
import { RANGES } from '#training/config.ts';
import { LaneMark } from './LanePlane.tsx';
import { type Lane, type LaneNumber, STRATEGIES, withStrategy } from './lane.ts';

const STRATEGY_NAMES = {
  'batch-all': 'batch-all',
  'batch-hard': 'batch-hard',
  'semi-hard': 'semi-hard',
  random: 'random',
  contrastive: 'contrastive loss',
} as const;
const DISTANCES = ['squared', 'plain'] as const;
const DISTANCE_NAMES = { squared: 'squared', plain: 'plain' } as const;

interface LaneEditorProps {
  readonly number: LaneNumber;
  readonly lane: ReadonlySignal<Lane>;
  readonly takesPart: ReadonlySignal<boolean>;
  readonly ready: ReadonlySignal<boolean>;
  set(lane: Lane): void;
}

/** What one lane trains with. */
export function LaneEditor({ number, lane, takesPart, ready, set }: LaneEditorProps) {
  const isReady = useComputed(() => ready.value && takesPart.value);
  const isTriplet = useComputed(() => isReady.value && lane.value.strategy !== 'contrastive');
  return (
    <fieldset
      class="lane-editor"
      data-lane={number}
      data-empty={useComputed(() => !takesPart.value)}
    >
      <legend>
        <LaneMark number={number} /> lane {number}
      </legend>
      <Choice
        label="strategy"
        options={STRATEGIES}
        names={STRATEGY_NAMES}
        value={useComputed(() => lane.value.strategy)}
        ready={isReady}
        set={(strategy) => set(withStrategy(lane.value, strategy))}
      />
      <Choice
        label="distance"
        options={DISTANCES}
        names={DISTANCE_NAMES}
        value={useComputed(() => (lane.value.squared ? 'squared' : 'plain'))}
        ready={isTriplet}
        set={(distance) => set({ ...lane.value, squared: distance === 'squared' })}
      />
      <NumberField
        label="margin"
        range={RANGES.margin}
        value={useComputed(() => lane.value.margin)}
        ready={isReady}
        set={(margin) => set({ ...lane.value, margin })}
      />
      <NumberField
        label="learning rate"
        range={RANGES.learningRate}
        value={useComputed(() => lane.value.learningRate)}
        ready={isReady}
        set={(learningRate) => set({ ...lane.value, learningRate })}
      />
    </fieldset>
  );
}
