import { type Signal, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { fetchPart } from '#kit/figure/fetchPart.ts';
import type { FaceChoices } from '#training/faces/faceConfig.ts';
import type { Verified } from '#training/faces/verifyPairs.ts';
import type { Source } from './definition.ts';
import type { Learner } from './learner.ts';
import { type Progress, SECONDS } from './progress.ts';

export interface Learning {
  /** Missing while nothing is trained. */
  readonly progress: Signal<Progress | undefined>;
  /** The clock of `performance.now()`, which goes while something is trained. */
  readonly now: Signal<number>;
  /** The test digits, once there are any: 28 × 28 bytes each. */
  readonly digits: Signal<Uint8Array | undefined>;
  train(choices: FaceChoices): void;
  /** The same for digits: trained on 0 to 7. */
  trainDigits(): void;
  stop(): void;
}

interface LearningOptions {
  complain(problem: string): void;
  /** The network that was trained here has been judged. */
  onTrained(source: Source, verified: Verified): void;
}

/** How often the reader sees how much time is left. */
const TICK_MILLISECONDS = 200;

/** What time it is, while that is of interest. */
function useClock(progress: Signal<Progress | undefined>): Signal<number> {
  const now = useSignal(0);
  useSignalEffect(() => {
    if (!progress.value) return undefined;
    const tick = () => {
      now.value = performance.now();
    };
    tick();
    const timer = setInterval(tick, TICK_MILLISECONDS);
    return () => clearInterval(timer);
  });
  return now;
}

/** Trains a network in the reader's browser; what trains is fetched with the first training. */
export function useLearning({ complain, onTrained }: LearningOptions): Learning {
  const progress = useSignal<Progress>();
  const digits = useSignal<Uint8Array>();
  const now = useClock(progress);
  const learner = useRef<Promise<Learner>>();
  const drop = () => {
    learner.current?.then((dropped) => dropped.dispose()).catch(() => undefined);
    learner.current = undefined;
  };
  useEffect(() => drop, []);

  const show = (next: Progress) => {
    progress.value = next;
  };

  /** Trains, judges what came of it, and keeps that; a problem is told in a sentence. */
  async function learn(choices?: FaceChoices): Promise<void> {
    const beganAt = performance.now();
    const endsAt = beganAt + 1000 * SECONDS[choices ? 'faces' : 'digits'];
    now.value = beganAt;
    progress.value = { phase: 'starting', beganAt, endsAt };
    try {
      learner.current ??= fetchPart(() => import('./learner.ts')).then(
        (found) => new found.Learner(),
      );
      const learned = await (await learner.current).learn(choices, beganAt, show);
      if (learned?.images) digits.value = learned.images;
      if (learned) onTrained(learned.source, learned.verified);
    } catch (error) {
      complain((error as Error).message);
      drop();
    }
    progress.value = undefined;
  }

  return {
    progress,
    now,
    digits,
    train: (choices) => void learn(choices),
    trainDigits: () => void learn(),
    stop: () => void learner.current?.then((training) => training.stop()),
  };
}
