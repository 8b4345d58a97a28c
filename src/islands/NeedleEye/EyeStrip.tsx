import { type ReadonlySignal, useComputed } from '@preact/signals';
import { ActionButton } from '#kit/controls/ActionButton.tsx';
import { StepSlider } from '#kit/controls/StepSlider.tsx';
import type { Playback } from '#kit/motion/usePlayback.ts';
import { MEASURED_EVERY } from './recordedSide.ts';
import { STEPS } from './runs.ts';

interface EyeStripProps {
  readonly playback: Playback;
  /** The steps that there is a picture of. */
  readonly moments: ReadonlySignal<readonly number[]>;
  readonly step: ReadonlySignal<number>;
  readonly ready: ReadonlySignal<boolean>;
  set(step: number): void;
}

/** Plays both runs, and shows where in them we are. */
export function EyeStrip({ playback, moments, step, ready, set }: EyeStripProps) {
  return (
    <div class="figure-strip">
      <ActionButton
        ready={ready}
        class="primary"
        idle={useComputed(() => moments.value.length < 2)}
        act={playback.toggle}
      >
        {useComputed(() => (playback.playing.value ? 'Pause' : 'Play'))}
      </ActionButton>
      <StepSlider
        label="step"
        step={step}
        first={useComputed(() => 0)}
        last={useComputed(() => STEPS)}
        stride={MEASURED_EVERY}
        ready={ready}
        set={set}
      />
    </div>
  );
}
