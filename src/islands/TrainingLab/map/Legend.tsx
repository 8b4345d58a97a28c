import { type ReadonlySignal, type Signal, useComputed } from '@preact/signals';
import { colourOf } from '#kit/scatter/palette.ts';

interface LegendProps {
  /** Names of the classes, by label. */
  readonly classes: readonly string[];
  /** Labels that were held out of training, and are drawn as rings. */
  readonly rings: ReadonlySignal<ReadonlySet<number>>;
  readonly isolated: Signal<number | undefined>;
  readonly ready: ReadonlySignal<boolean>;
}

/** One button per class: its colour, and at a click only its points. */
export function Legend({ classes, rings, isolated, ready }: LegendProps) {
  return (
    <fieldset class="lab-legend" disabled={useComputed(() => !ready.value)}>
      <legend class="visually-hidden">Show one class alone</legend>
      {classes.map((name, label) => (
        <button
          key={name}
          type="button"
          aria-label={useComputed(
            () => `Only ${name}${rings.value.has(label) ? ', held out of training' : ''}`,
          )}
          aria-pressed={useComputed(() => isolated.value === label)}
          onClick={() => {
            isolated.value = isolated.value === label ? undefined : label;
          }}
        >
          <i
            data-ring={useComputed(() => rings.value.has(label))}
            style={{ '--class': colourOf(label) }}
          />
          {name}
        </button>
      ))}
    </fieldset>
  );
}
