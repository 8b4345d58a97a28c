import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals';
import { Choice } from '#kit/controls/Choice.tsx';
import { FACE_MARGINS, type FaceChoices } from '#training/faces/faceConfig.ts';
import { percent } from './definition.ts';
import { type Learning, SECONDS } from './useLearning.ts';

const STRATEGIES = [
  'semi-hard',
  'batch-all',
  'batch-hard',
  'random',
  'contrastive',
  'digits',
] as const;
type Strategy = (typeof STRATEGIES)[number];

const NAMES: Readonly<Record<Strategy, string>> = {
  'semi-hard': 'triplet loss, semi-hard',
  'batch-all': 'triplet loss, batch-all',
  'batch-hard': 'triplet loss, batch-hard',
  random: 'triplet loss, random',
  contrastive: 'contrastive loss, all pairs',
  digits: 'digits 0 to 7 instead of faces',
};

const choicesOf = (strategy: Exclude<Strategy, 'digits'>): FaceChoices =>
  strategy === 'contrastive'
    ? { loss: 'contrastive', miner: 'batch-all', margin: FACE_MARGINS.contrastive }
    : { loss: 'triplet', miner: strategy, margin: FACE_MARGINS.triplet };

interface TrainHereProps {
  readonly learning: Learning;
  readonly ready: ReadonlySignal<boolean>;
}

/** A network of the reader's own, trained on 400 people none of whom the figure judges by. */
export function TrainHere({ learning, ready }: TrainHereProps) {
  const { progress } = learning;
  const running = useComputed(() => progress.value !== undefined);
  const strategy = useSignal<Strategy>('semi-hard');
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
        options={STRATEGIES}
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
          else if (strategy.value === 'digits') learning.trainDigits();
          else learning.train(choicesOf(strategy.value));
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
