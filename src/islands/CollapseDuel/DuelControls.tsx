import { type ReadonlySignal, type Signal, useComputed } from '@preact/signals';
import { MarginSlider } from '#kit/controls/MarginSlider.tsx';
import { StepSlider } from '#kit/controls/StepSlider.tsx';
import type { Playback } from '#kit/motion/usePlayback.ts';
import { type DuelState, LAST_SEED, MARGIN_RANGE } from './definition.ts';
import { STEPS } from './duel.ts';

interface DuelControlsProps {
  readonly state: Signal<DuelState>;
  readonly playback: Playback;
  readonly ready: ReadonlySignal<boolean>;
}

/** What is played, how far it has come, and of which points. */
export function DuelControls({ state, playback, ready }: DuelControlsProps) {
  const disabled = useComputed(() => !ready.value);
  const seed = useComputed(() => state.value.seed);
  const set = (change: Partial<DuelState>) => {
    state.value = { ...state.value, ...change };
  };
  return (
    <>
      <div class="control buttons">
        <button type="button" class="primary" disabled={disabled} onClick={playback.toggle}>
          {useComputed(() => (playback.playing.value ? 'Pause' : 'Run'))}
        </button>
      </div>
      <StepSlider
        label="step"
        step={useComputed(() => state.value.step)}
        first={useComputed(() => 0)}
        last={useComputed(() => STEPS)}
        ready={ready}
        set={(step) => {
          playback.stop();
          set({ step });
        }}
      />
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
