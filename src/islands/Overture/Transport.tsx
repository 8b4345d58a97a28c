import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { Moment } from '#data/recordings/recordingFormat.ts';
import { formatCount, formatNumber } from '#kit/figure/numberFormat.ts';
import type { Playback } from '#kit/motion/usePlayback.ts';
import { Timeline } from './Timeline.tsx';

interface TransportProps {
  readonly at: ReadonlySignal<number>;
  readonly moment: ReadonlySignal<Pick<Moment, 'step' | 'knnAccuracy'>>;
  readonly playback: Playback;
  /** The line of the accuracy, drawn on the server; an empty string on the client. */
  readonly accuracy: string;
  readonly ready: ReadonlySignal<boolean>;
  scrub(at: number): void;
  stepBy(moments: number): void;
}

/** Plays the recording, and shows where in it we are. */
export function Transport(props: TransportProps) {
  const { at, moment, playback, accuracy, ready, scrub, stepBy } = props;
  const spoken = useComputed(() => {
    const { step, knnAccuracy } = moment.value;
    return `Step ${formatCount(step)}, k-NN accuracy ${formatNumber(knnAccuracy)}`;
  });
  return (
    <div class="transport">
      <button
        type="button"
        class="primary motion"
        disabled={useComputed(() => !ready.value)}
        onClick={playback.toggle}
      >
        {useComputed(() => (playback.playing.value ? 'Pause' : 'Play'))}
      </button>
      <Timeline
        at={at}
        spoken={spoken}
        accuracy={accuracy}
        ready={ready}
        set={scrub}
        stepBy={stepBy}
      />
    </div>
  );
}
