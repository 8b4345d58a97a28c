import { type ReadonlySignal, useComputed } from '@preact/signals';
import { Choice } from '#kit/controls/Choice.tsx';
import { NumberField } from '#kit/controls/NumberField.tsx';
import { distances } from '#metric/distances/registry.ts';
import { STRATEGIES } from '#training/settings/strategies.ts';
import { SETTINGS } from '#training/settings/table.ts';
import { LaneMark } from '#kit/charts/LaneMark.tsx';
import type { RaceState } from './definition.ts';
import { type Lane, type LaneNumber, partsOf, withStrategy } from './lane.ts';

const namesOf = <Name extends string>(entries: ReadonlyMap<Name, { readonly label: string }>) =>
  Object.fromEntries([...entries].map(([name, { label }]) => [name, label])) as Record<
    Name,
    string
  >;

interface LaneEditorProps {
  readonly number: LaneNumber;
  readonly state: ReadonlySignal<RaceState>;
  readonly ready: ReadonlySignal<boolean>;
  set(change: Partial<RaceState>): void;
}

/** What one lane trains with. */
export function LaneEditor({ number, state, ready, set }: LaneEditorProps) {
  const lane = useComputed(() => state.value[`lane${number}`]);
  const { takesDistance, hasMargin } = partsOf(lane.value);
  const change = (next: Partial<Lane>) => set({ [`lane${number}`]: { ...lane.value, ...next } });
  return (
    <fieldset class="lane-editor" data-lane={number}>
      <legend>
        <LaneMark number={number} /> lane {number}
      </legend>
      <Choice
        label="strategy"
        options={[...STRATEGIES.keys()]}
        names={namesOf(STRATEGIES)}
        value={useComputed(() => lane.value.strategy)}
        ready={ready}
        set={(strategy) => change(withStrategy(lane.value, strategy))}
      />
      {takesDistance && (
        <Choice
          label="distance"
          options={[...distances.keys()]}
          names={namesOf(distances)}
          value={useComputed(() => lane.value.distance)}
          ready={ready}
          set={(distance) => change({ distance })}
        />
      )}
      {hasMargin && (
        <NumberField
          label="margin"
          range={SETTINGS.margin.range}
          value={useComputed(() => lane.value.margin)}
          ready={ready}
          set={(margin) => change({ margin })}
        />
      )}
      <NumberField
        label="learning rate"
        range={SETTINGS.learningRate.range}
        value={useComputed(() => lane.value.learningRate)}
        ready={ready}
        set={(learningRate) => change({ learningRate })}
      />
    </fieldset>
  );
}
