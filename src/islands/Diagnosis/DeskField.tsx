import { type ReadonlySignal, useComputed } from '@preact/signals';
import { useId } from 'preact/hooks';
import { OnceReady } from '#kit/controls/OnceReady.tsx';

interface DeskFieldProps {
  readonly label: string;
  readonly value: ReadonlySignal<string>;
  /** What is wrong with it, in a sentence, or ''. */
  readonly problem: ReadonlySignal<string>;
  readonly ready: ReadonlySignal<boolean>;
  set(text: string): void;
}

/**
 * A number as it was seen, its digits kept: "0.200" says more than 0.2. It may be empty, and what
 * cannot be read stays there to be corrected, with what is wrong beside it.
 */
export function DeskField({ label, value, problem, ready, set }: DeskFieldProps) {
  const id = useId();
  return (
    <div class="control desk-field">
      <label for={id}>{label}</label>
      <OnceReady ready={ready} text={value}>
        <input
          class="field"
          id={id}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          spellcheck={false}
          maxLength={16}
          placeholder="not known"
          value={value}
          disabled={useComputed(() => !ready.value)}
          aria-invalid={useComputed(() => problem.value !== '')}
          aria-describedby={`${id}-problem`}
          onInput={({ currentTarget }) => set(currentTarget.value)}
        />
      </OnceReady>
      <span id={`${id}-problem`} class="field-problem">
        {problem}
      </span>
    </div>
  );
}
