import { type ReadonlySignal, useComputed } from '@preact/signals';
import { Choice } from '#kit/controls/Choice.tsx';
import { NumberField } from '#kit/controls/NumberField.tsx';
import { Segmented } from '#kit/controls/Segmented.tsx';
import { Slider } from '#kit/controls/Slider.tsx';
import type { NumberParameter, Range } from '#metric/parameter.ts';
import { isIdle } from '#training/settings/choices.ts';
import { SETTINGS, type SettingName, type TrainingConfig } from '#training/settings/table.ts';
import type { Row } from '#training/settings/rows.ts';
import type { SettingsProps } from './SettingsProps.ts';

/** The settings whose rows are of a kind. */
type OfKind<Kind extends string> = {
  [K in SettingName]: (typeof SETTINGS)[K] extends { readonly kind: Kind } ? K : never;
}[SettingName];
type NamedChoice = {
  [K in OfKind<'choice'>]: TrainingConfig[K] extends string ? K : never;
}[OfKind<'choice'>];

export const isNumber = (name: SettingName): name is OfKind<'number'> =>
  SETTINGS[name].kind === 'number';
export const isFlag = (name: SettingName): name is OfKind<'flag'> => SETTINGS[name].kind === 'flag';
export const isNamedChoice = (name: SettingName): name is NamedChoice => {
  const row: Row = SETTINGS[name];
  return row.kind === 'choice' && typeof row.initial === 'string';
};

type ControlProps<Name extends SettingName> = Pick<SettingsProps, 'config' | 'ready' | 'set'> & {
  readonly name: Name;
};

/** A setting that has no effect beside the others cannot be set. */
const useUsable = ({ name, config, ready }: Omit<ControlProps<SettingName>, 'set'>) =>
  useComputed(() => ready.value && !isIdle(name, config.value));

const useValue = <Name extends SettingName>(
  config: ReadonlySignal<TrainingConfig>,
  name: Name,
): ReadonlySignal<TrainingConfig[Name]> => useComputed(() => config.value[name]);

/** A number to type, within the range of its row unless a narrower one is given, and by its label unless another fits better. */
export function SettingNumber({
  name,
  config,
  ready,
  set,
  range = SETTINGS[name].range,
  label = SETTINGS[name].label,
}: ControlProps<OfKind<'number'>> & { readonly range?: Range; readonly label?: string }) {
  return (
    <NumberField
      label={label}
      range={range}
      value={useValue(config, name)}
      ready={useUsable({ name, config, ready })}
      set={(value) => set({ [name]: value })}
    />
  );
}

/** A number on a slider, as far as that reaches: an address may go beyond it. */
export function SettingSlider({ name, config, ready, set }: ControlProps<OfKind<'number'>>) {
  const row: NumberParameter = SETTINGS[name];
  const { min, max } = row.range;
  return (
    <Slider
      label={row.label}
      name={name}
      {...(row.slider ?? { min, max, step: (max - min) / 100 })}
      value={useValue(config, name)}
      ready={useUsable({ name, config, ready })}
      set={(value) => set({ [name]: value })}
    />
  );
}

/** On or off, each by its name. */
export function SettingFlag({
  name,
  config,
  ready,
  set,
  names = SETTINGS[name],
}: ControlProps<OfKind<'flag'>> & {
  readonly names?: { readonly off: string; readonly on: string };
}) {
  return (
    <Segmented
      legend={SETTINGS[name].label}
      name={name}
      options={[
        { value: false, label: names.off },
        { value: true, label: names.on },
      ]}
      value={useValue(config, name)}
      ready={useUsable({ name, config, ready })}
      set={(value) => set({ [name]: value })}
    />
  );
}

interface ChoiceProps<Value> {
  readonly offers?: (value: Value) => boolean;
  /** What comes with a choice, if more than itself. */
  readonly change?: (value: Value) => Partial<TrainingConfig>;
}

/** One of several in a list that unfolds; `change` says what comes with it, if more than itself. */
export function SettingChoice<Name extends NamedChoice>({
  name,
  config,
  ready,
  set,
  offers = () => true,
  change = (value) => ({ [name]: value }) as Partial<TrainingConfig>,
}: ControlProps<Name> & ChoiceProps<TrainingConfig[Name]>) {
  const { label, options } = SETTINGS[name];
  const names = Object.fromEntries(options.map((option) => [option.name, option.label])) as Record<
    TrainingConfig[Name],
    string
  >;
  return (
    <Choice<TrainingConfig[Name]>
      label={label}
      options={options.map((option) => option.name as TrainingConfig[Name]).filter(offers)}
      names={names}
      value={useValue(config, name)}
      ready={useUsable({ name, config, ready })}
      set={(value) => set(change(value))}
    />
  );
}

/** One of a few, all in view; offers and what comes with them as above. */
export function SettingSegments<Name extends OfKind<'choice'>>({
  name,
  config,
  ready,
  set,
  offers = () => true,
  change = (value) => ({ [name]: value }) as Partial<TrainingConfig>,
}: ControlProps<Name> & ChoiceProps<TrainingConfig[Name]>) {
  const { label, options } = SETTINGS[name];
  return (
    <Segmented<TrainingConfig[Name]>
      legend={label}
      name={name}
      options={options
        .map((option) => ({ value: option.name as TrainingConfig[Name], label: option.label }))
        .filter(({ value }) => offers(value))}
      value={useValue(config, name)}
      ready={useUsable({ name, config, ready })}
      set={(value) => set(change(value))}
    />
  );
}
