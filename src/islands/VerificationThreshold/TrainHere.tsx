import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals';
import { Choice } from '#kit/controls/Choice.tsx';
import { lookUp } from '#metric/lookUp.ts';
import { FACE_CHOICES } from '#training/faces/faceConfig.ts';
import { lossOf, minerOf } from '#training/settings/choices.ts';
import { STRATEGIES, type Strategy } from '#training/settings/strategies.ts';
import { percent } from './definition.ts';
import { SECONDS } from './progress.ts';
import type { Learning } from './useLearning.ts';

/** Besides the strategies for faces. */
const DIGITS = 'digits';
const NAMES: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...STRATEGIES].map(([name, strategy]) => [name, toldInFull(strategy)])),
  [DIGITS]: 'digits 0 to 7 instead of faces',
};

/** The strategy that trains with what the faces begin with. */
const initial = [...STRATEGIES.values()].find(
  ({ loss, miner }) => loss === FACE_CHOICES.loss && miner === FACE_CHOICES.miner,
)!.name;

function toldInFull({ name, loss, miner }: Strategy): string {
  const { label, items } = lossOf({ loss });
  return `${label} loss, ${name === loss ? `all ${items.many}` : minerOf({ miner }).label}`;
}

interface TrainHereProps {
  readonly learning: Learning;
  readonly ready: ReadonlySignal<boolean>;
}

/** A network of the reader's own, trained on 400 people none of whom the figure judges by. */
export function TrainHere({ learning, ready }: TrainHereProps) {
  const { progress } = learning;
  const running = useComputed(() => progress.value !== undefined);
  const strategy = useSignal(initial);
  const told = useComputed(() => {
    const now = progress.value;
    if (!now) return `up to ${SECONDS} seconds, in this browser`;
    if (now.phase === 'loading') return 'drawing the pictures, then training';
    if (now.phase === 'judging' || now.secondsLeft <= 0) return 'judging';
    const eer = now.eer === undefined ? '' : `, equal errors at ${percent(now.eer)}`;
    return `step ${now.step}${eer}; ${Math.ceil(now.secondsLeft)} s left`;
  });
  return (
    <div class="control train-here">
      <Choice
        label="Train with"
        options={Object.keys(NAMES)}
        names={NAMES}
        value={strategy}
        ready={ready}
        set={(value) => {
          strategy.value = value;
        }}
      />
      <button
        type="button"
        class="primary"
        disabled={useComputed(() => !ready.value)}
        onClick={() => {
          if (running.value) learning.stop();
          else if (strategy.value === DIGITS) learning.trainDigits();
          else learning.train(lookUp(STRATEGIES, 'strategy', strategy.value));
        }}
      >
        {useComputed(() => (running.value ? 'Stop' : 'Train'))}
      </button>
      <progress
        max={SECONDS}
        value={useComputed(() => progress.value?.seconds ?? 0)}
        aria-label="Time of the training"
      />
      <span class="train-told" role="status">
        {told}
      </span>
    </div>
  );
}
