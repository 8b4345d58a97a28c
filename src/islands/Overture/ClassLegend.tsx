import { type ReadonlySignal, useComputed } from '@preact/signals';
import { CLASSES } from './drift.ts';
import type { OvertureState } from './definition.ts';

interface ClassLegendProps {
  readonly only: ReadonlySignal<OvertureState['only']>;
  readonly ready: ReadonlySignal<boolean>;
  set(only: OvertureState['only']): void;
}

/** The ten classes; pressing one shows it alone, pressing it again shows all. */
export function ClassLegend({ only, ready, set }: ClassLegendProps) {
  return (
    <fieldset class="class-legend">
      <legend class="visually-hidden">Show one digit alone</legend>
      {Array.from({ length: CLASSES }, (_, digit) => (
        <button
          key={digit}
          type="button"
          data-digit={digit}
          aria-pressed={useComputed(() => only.value === digit)}
          disabled={useComputed(() => !ready.value)}
          onClick={() => set(only.value === digit ? 'all' : digit)}
        >
          {digit}
        </button>
      ))}
    </fieldset>
  );
}
