import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { OnceReady } from './OnceReady.tsx';

/** What the number may be. */
interface Range {
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
}

interface NumberFieldProps {
  readonly label: string;
  readonly range: Range;
  readonly value: ReadonlySignal<number>;
  readonly ready: ReadonlySignal<boolean>;
  set(value: number): void;
}

/** A number to type. What is out of range is told and not taken: the field goes back to what holds. */
export function NumberField({ label, range, value, ready, set }: NumberFieldProps) {
  const id = useId();
  const problem = useSignal('');
  const expects = `${range.whole ? 'a whole number' : 'a number'} from ${range.min} to ${range.max}`;
  return (
    <div class="control number-field">
      <label for={id}>{label}</label>
      <OnceReady ready={ready} text={value}>
        <input
          class="field"
          id={id}
          type="number"
          inputMode={range.whole ? 'numeric' : 'decimal'}
          min={range.min}
          max={range.max}
          step={range.whole ? 1 : 'any'}
          value={value}
          disabled={useComputed(() => !ready.value)}
          aria-invalid={useComputed(() => problem.value !== '')}
          aria-describedby={`${id}-problem`}
          onInput={({ currentTarget: input }) => {
            problem.value = input.validity.valid && input.value !== '' ? '' : expects;
            if (problem.value === '') set(input.valueAsNumber);
          }}
          onChange={({ currentTarget: input }) => {
            if (problem.value === '') return;
            const refused = input.value === '' ? 'an empty field' : input.value;
            input.value = String(value.peek());
            problem.value = `${expects}, not ${refused}`;
          }}
          onFocus={() => {
            problem.value = '';
          }}
        />
      </OnceReady>
      <span id={`${id}-problem`} class="field-problem">
        {problem}
      </span>
    </div>
  );
}
