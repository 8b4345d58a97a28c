import { useComputed } from '@preact/signals';
import { DIGITS } from '#kit/scatter/palette.ts';
import type { Lab } from '../run/lab.ts';
import '../map/classKeys.css';

interface TakeDigitProps {
  readonly lab: Lab;
  readonly take: (label: number) => void;
}

/** For readers who draw none: a button for each digit. */
export function TakeDigit({ lab, take }: TakeDigitProps) {
  return (
    <fieldset class="lab-class-keys" disabled={useComputed(() => !lab.heldOut.value?.images)}>
      <legend>or take a held-out</legend>
      {DIGITS.map((digit) => (
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
