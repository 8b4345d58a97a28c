import { type ReadonlySignal, useComputed } from '@preact/signals';
import { useId } from 'preact/hooks';
import { OnceReady } from './OnceReady.tsx';

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly options: readonly T[];
  readonly names: Readonly<Record<T, string>>;
  readonly value: ReadonlySignal<T>;
  readonly ready: ReadonlySignal<boolean>;
  set(value: T): void;
}

/** One of several, in a list that unfolds. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  const { label, options, names, value, ready, set } = props;
  const id = useId();
  return (
    <div class="control">
      <label for={id}>{label}</label>
      <OnceReady ready={ready} text={useComputed(() => names[value.value])}>
        <select
          class="field"
          id={id}
          disabled={useComputed(() => !ready.value)}
          value={value}
          onChange={({ currentTarget: { value: chosen } }) => {
            const option = options.find((known) => known === chosen);
            if (option !== undefined) set(option);
          }}
        >
          {options.map((option) => (
            <option
              key={option}
              value={option}
              selected={useComputed(() => value.value === option)}
            >
              {names[option]}
            </option>
          ))}
        </select>
      </OnceReady>
    </div>
  );
}
