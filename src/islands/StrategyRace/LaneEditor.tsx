import { type ReadonlySignal, useComputed } from '@preact/signals';
import { Choice } from '#kit/controls/Choice.tsx';
import { NumberField } from '#kit/controls/NumberField.tsx';
import { distances } from '#metric/distances/registry.ts';
import { SETTINGS } from '#training/settings/table.ts';
import { LaneMark } from './LaneMark.tsx';
import { type Lane, type LaneNumber, STRATEGIES, withStrategy } from './lane.ts';

const namesOf = <Name extends string>(entries: ReadonlyMap<Name, { readonly label: string }>) =>
  Object.fromEntries([...entries].map(([name, { label }]) => [name, label])) as Record<
    Name,
    string
  >;

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
        options={[...STRATEGIES.keys()]}
        names={namesOf(STRATEGIES)}
        value={useComputed(() => lane.value.strategy)}
        ready={isReady}
        set={(strategy) => set(withStrategy(lane.value, strategy))}
      />
      <Choice
        label="distance"
        options={[...distances.keys()]}
        names={namesOf(distances)}
        value={useComputed(() => lane.value.distance)}
        ready={isReady}
        set={(distance) => set({ ...lane.value, distance })}
      />
      <NumberField
        label="margin"
        range={SETTINGS.margin.range}
        value={useComputed(() => lane.value.margin)}
        ready={isReady}
        set={(margin) => set({ ...lane.value, margin })}
      />
      <NumberField
        label="learning rate"
        range={SETTINGS.learningRate.range}
        value={useComputed(() => lane.value.learningRate)}
        ready={isReady}
        set={(learningRate) => set({ ...lane.value, learningRate })}
      />
    </fieldset>
  );
}
