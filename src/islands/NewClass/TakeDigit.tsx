import { type ReadonlySignal, useComputed } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { digitSample } from './sample.ts';
import type { SignDesk } from './useSigns.ts';

const UNSEEN = ['6', '7', '8', '9'] as const;

interface TakeDigitProps {
  readonly desk: SignDesk;
  readonly ready: ReadonlySignal<boolean>;
  complain(problem: string): void;
}

/** Held-out digits of the classes that no network saw: each press puts another one on the pad. */
export function TakeDigit({ desk, ready, complain }: TakeDigitProps) {
  const next = useRef(0);
  const take = (digit: (typeof UNSEEN)[number]) => {
    import('./digits.ts').then(
      ({ digitPixels }) => {
        desk.take(digitSample(digitPixels(digit, next.current)));
        next.current += 1;
      },
      () => complain('The digits could not be fetched. Check the connection, then try again.'),
    );
  };
  return (
    <fieldset class="control take-digit" disabled={useComputed(() => !ready.value)}>
      <legend class="visually-hidden">Take a held-out digit</legend>
      <span aria-hidden="true">or a digit</span>
      {UNSEEN.map((digit) => (
        <button
          key={digit}
          type="button"
          aria-label={`Take a held-out ${digit}`}
          onClick={() => take(digit)}
        >
          {digit}
        </button>
      ))}
    </fieldset>
  );
}
