import { type ReadonlySignal, type Signal, useComputed } from '@preact/signals';
import { MarginSlider } from '#kit/controls/MarginSlider.tsx';
import { type DuelState, LAST_SEED, MARGIN_RANGE } from './definition.ts';

interface DuelControlsProps {
  readonly state: Signal<DuelState>;
  readonly ready: ReadonlySignal<boolean>;
}

/** The margin, and which points it is about. */
export function DuelControls({ state, ready }: DuelControlsProps) {
  const disabled = useComputed(() => !ready.value);
  const seed = useComputed(() => state.value.seed);
  const set = (change: Partial<DuelState>) => {
    state.value = { ...state.value, ...change };
  };
  return (
    <>
      <MarginSlider
        margin={useComputed(() => state.value.margin)}
        range={MARGIN_RANGE}
        step={0.05}
        ready={ready}
        set={(margin) => set({ margin })}
      />
      <div class="control buttons">
        <button
          type="button"
          disabled={disabled}
          onClick={() => set({ seed: (seed.value % LAST_SEED) + 1 })}
        >
          Other digits
        </button>
        <span class="read-out">
          seed{' '}
          <span class="number" data-quantity="seed" data-value={seed}>
            {seed}
          </span>
        </span>
      </div>
    </>
  );
}
