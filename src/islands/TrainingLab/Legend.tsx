import { type ReadonlySignal, type Signal, useComputed } from '@preact/signals';
import { DIGITS } from '../../figures/scatter/palette.ts';

interface LegendProps {
  readonly isolated: Signal<number | undefined>;
  readonly ready: ReadonlySignal<boolean>;
}

/** One button per digit: its colour, and at a click only its points. */
export function Legend({ isolated, ready }: LegendProps) {
  return (
    <fieldset class="lab-legend" disabled={useComputed(() => !ready.value)}>
      <legend class="visually-hidden">Show one digit alone</legend>
      {DIGITS.map((digit) => (
        <button
          key={digit}
          type="button"
          aria-label={`Only ${digit}`}
          aria-pressed={useComputed(() => isolated.value === digit)}
          onClick={() => {
            isolated.value = isolated.value === digit ? undefined : digit;
          }}
        >
          <i style={{ background: `var(--digit-${digit})` }} />
          {digit}
        </button>
      ))}
    </fieldset>
  );
}
