import { type ReadonlySignal, useComputed } from '@preact/signals';
import { MNIST } from '#data/digits/digitSource.ts';
import { Challenge } from '#kit/challenge/Challenge.tsx';
import type { Lab } from '../run/lab.ts';
import { wasFastAndRight } from './fastAndRight.ts';

interface LabChallengeProps {
  readonly lab: Lab;
  readonly ready: ReadonlySignal<boolean>;
}

/** To be met by a run of the reader's own, on the digits. */
export function LabChallenge({ lab, ready }: LabChallengeProps) {
  const isMet = useComputed(
    () => !lab.isRecording.value && lab.data.value === MNIST && wasFastAndRight(lab.history.value),
  );
  return (
    <Challenge
      name="TrainingLab/fast-and-right"
      {...{ ready, isMet }}
      lesson="The link in the figure’s menu keeps the settings that did it."
    >
      Bring the k-NN accuracy to 0.93 within 500 steps, with any settings.
    </Challenge>
  );
}
