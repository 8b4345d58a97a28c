import { type ReadonlySignal, type Signal, useComputed } from '@preact/signals';
import { Choice } from '#kit/controls/Choice.tsx';
import { belongsTo, MEASURE_NAMES, MEASURES } from '#metric/diagnosis/measures.ts';
import {
  AVERAGES,
  hasMargin,
  isOfTriplets,
  LENGTHS,
  LOSSES,
  type Measure,
  MININGS,
  STUCK_LOSSES,
  type StuckLoss,
} from '#metric/diagnosis/observation.ts';
import { CASES } from './cases.ts';
import { DeskField } from './DeskField.tsx';
import type { DeskQuantities, DeskState, Field } from './definition.ts';

const DISTANCES = { squared: 'squared', plain: 'plain' } as const;

/** What the loss is made of, as against what is known of the run. */
const OF_THE_LOSS: readonly Measure[] = ['margin', 'temperature', 'p', 'k', 'n', 'classes'];

/** The choices that say something of a loss. */
const CHOICES = {
  distance: { label: 'distances', names: DISTANCES, of: isOfTriplets },
  average: { label: 'averaged', names: AVERAGES, of: hasMargin },
  mining: { label: 'mining', names: MININGS, of: isOfTriplets },
  lengths: { label: 'lengths', names: LENGTHS, of: () => true },
} as const satisfies Record<
  string,
  {
    readonly label: string;
    readonly names: Readonly<Record<string, string>>;
    readonly of: (loss: StuckLoss) => boolean;
  }
>;

interface DeskControlsProps {
  readonly state: Signal<DeskState>;
  readonly quantities: ReadonlySignal<DeskQuantities>;
  readonly ready: ReadonlySignal<boolean>;
}

/** What the desk asks: only what says something of the chosen loss. */
export function DeskControls(props: DeskControlsProps) {
  const { state, ready } = props;
  const loss = useComputed(() => state.value.loss);
  const known = loss.value;
  const set = (change: Partial<DeskState>) => {
    state.value = { ...state.value, ...change };
  };
  const asked = MEASURE_NAMES.filter((name) => belongsTo(name, known));
  return (
    <>
      <fieldset class="control desk-cases" disabled={useComputed(() => !ready.value)}>
        <legend>Public cases</legend>
        {CASES.map(({ label, state: told }) => (
          <button key={label} type="button" onClick={() => set(told)}>
            {label}
          </button>
        ))}
      </fieldset>
      <fieldset class="desk-fields">
        <legend class="visually-hidden">The loss</legend>
        <Choice
          label="loss"
          options={STUCK_LOSSES}
          names={LOSSES}
          value={loss}
          ready={ready}
          set={(chosen) => set({ loss: chosen })}
        />
        <OneField {...props} name="value" label="stuck at" set={set} />
        {asked
          .filter((name) => OF_THE_LOSS.includes(name))
          .map((name) => (
            <OneField key={name} {...props} name={name} label={MEASURES[name].label} set={set} />
          ))}
        <OneChoice {...props} name="distance" set={set} />
        <OneChoice {...props} name="average" set={set} />
        <OneChoice {...props} name="mining" set={set} />
      </fieldset>
      <fieldset class="desk-fields">
        <legend class="visually-hidden">What else is known</legend>
        {asked
          .filter((name) => !OF_THE_LOSS.includes(name))
          .map((name) => (
            <OneField key={name} {...props} name={name} label={MEASURES[name].label} set={set} />
          ))}
        <OneChoice {...props} name="lengths" set={set} />
      </fieldset>
    </>
  );
}

interface OneProps extends DeskControlsProps {
  set(change: Partial<DeskState>): void;
}

function OneField(props: OneProps & { readonly name: Field; readonly label: string }) {
  const { state, quantities, ready, name, label, set } = props;
  return (
    <DeskField
      label={label}
      value={useComputed(() => state.value[name])}
      problem={useComputed(() => quantities.value.problems.get(name) ?? '')}
      ready={ready}
      set={(text) => set({ [name]: text })}
    />
  );
}

function OneChoice({
  state,
  ready,
  name,
  set,
}: OneProps & { readonly name: keyof typeof CHOICES }) {
  const { label, names, of } = CHOICES[name];
  const value = useComputed<string>(() => state.value[name]);
  if (!of(state.value.loss)) return null;
  return (
    <Choice
      label={label}
      options={Object.keys(names)}
      names={names as Readonly<Record<string, string>>}
      value={value}
      ready={ready}
      set={(chosen) => set({ [name]: chosen })}
    />
  );
}
