import { type ReadonlySignal, type Signal, useComputed } from '@preact/signals';
import { StepSlider } from '#kit/controls/StepSlider.tsx';
import type { Playback } from '#kit/motion/usePlayback.ts';
import type { DuelState } from './definition.ts';
import { STEPS } from './duel.ts';

interface DuelTransportProps {
  readonly state: Signal<DuelState>;
  readonly playback: Playback;
  readonly ready: ReadonlySignal<boolean>;
}

/** Runs both sides, or shows them at a step. */
export function DuelTransport({ state, playback, ready }: DuelTransportProps) {
  return (
    <>
      <button
        type="button"
        class="primary"
        disabled={useComputed(() => !ready.value)}
        onClick={playback.toggle}
      >
        {useComputed(() => (playback.playing.value ? 'Pause' : 'Run'))}
      </button>
      <StepSlider
        label="step"
        step={useComputed(() => state.value.step)}
        first={useComputed(() => 0)}
        last={useComputed(() => STEPS)}
        ready={ready}
        set={(step) => {
          playback.stop();
          state.value = { ...state.value, step };
        }}
      />
    </>
  );
}
