import { type ReadonlySignal, type Signal, useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { Choice } from '#kit/controls/Choice.tsx';
import { Spoken } from '#kit/figure/Spoken.tsx';
import { lookUp } from '#metric/lookUp.ts';
import { FACE_CHOICES } from '#training/faces/faceConfig.ts';
import { lossOf, minerOf } from '#training/settings/choices.ts';
import { STRATEGIES, type Strategy } from '#training/settings/strategies.ts';
import { passed, SECONDS, tellProgress } from './progress.ts';
import type { Learning } from './useLearning.ts';

/** Besides the strategies for faces. */
const DIGITS = 'digits';
const NAMES: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...STRATEGIES].map(([name, strategy]) => [name, toldInFull(strategy)])),
  [DIGITS]: 'digits 0 to 7 instead of faces',
};

/** The strategy that trains with what the faces begin with. */
export const FIRST_STRATEGY = [...STRATEGIES.values()].find(
  ({ loss, miner }) => loss === FACE_CHOICES.loss && miner === FACE_CHOICES.miner,
)!.name;

function toldInFull({ name, loss, miner }: Strategy): string {
  const { label, items } = lossOf({ loss });
  return `${label} loss, ${name === loss ? `all ${items.many}` : minerOf({ miner }).label}`;
}

interface StrategyProps {
  readonly strategy: Signal<string>;
  readonly ready: ReadonlySignal<boolean>;
}

/** What a network of the reader's own is trained with. */
export function TrainWith({ strategy, ready }: StrategyProps) {
  return (
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
  );
}

interface TrainButtonProps extends StrategyProps {
  readonly learning: Learning;
}

/** Trains a network of the reader's own, on 400 people none of whom the figure judges by. */
export function TrainButton({ strategy, learning, ready }: TrainButtonProps) {
  const running = useComputed(() => learning.progress.value !== undefined);
  return (
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
  );
}

interface VerdictProps {
  readonly strategy: ReadonlySignal<string>;
  readonly learning: Learning;
  /** What there is to say of what is shown. */
  readonly outcome: ReadonlySignal<string>;
  /** What else stands there. */
  readonly children?: ComponentChildren;
}

/** How far the training is, or else what came of it, or else what there is to press. */
export function Verdict({ strategy, learning, outcome, children }: VerdictProps) {
  const { progress, now } = learning;
  const told = useComputed(() => {
    if (progress.value) return tellProgress(progress.value, now.value);
    if (outcome.value) return outcome.value;
    const seconds = SECONDS[strategy.value === DIGITS ? 'digits' : 'faces'];
    return `Train makes a network of your own in this browser, within ${seconds} seconds.`;
  });
  return (
    <div class="figure-verdict">
      <span class="train-told">{told}</span>
      <Spoken text={told} moving={useComputed(() => progress.value !== undefined)} />
      <progress
        data-idle={useComputed(() => !progress.value)}
        value={useComputed(() => (progress.value ? passed(progress.value, now.value) : 0))}
        aria-label="Time of the training"
      />
      {children}
    </div>
  );
}
