import { batch, type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { FaceChoices } from '#training/faces/faceConfig.ts';
import type { Verified } from '#training/faces/faceService.ts';
import type { Run } from '#training/run/run.ts';
import type { Source } from './definition.ts';
import type { Learner } from './learner.ts';
import { AT_FIRST, type Progress } from './progress.ts';

export interface Learning {
  /** The run that trains, or trained last. */
  readonly run: Signal<Run | undefined>;
  /** Missing while nothing is trained. */
  readonly progress: Signal<Progress | undefined>;
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

/** Trains a network in the reader's browser; what trains is fetched with the first training. */
export function useLearning({ complain, onTrained }: LearningOptions): Learning {
  const run = useSignal<Run>();
  const progress = useSignal<Progress>();
  const digits = useSignal<Uint8Array>();
  const learner = useRef<Promise<Learner>>();
  const drop = () => {
    learner.current?.then((dropped) => dropped.dispose()).catch(() => undefined);
    learner.current = undefined;
  };
  useEffect(() => drop, []);

  const show = (nextRun: Run, nextProgress: Progress) =>
    batch(() => {
      run.value = nextRun;
      progress.value = nextProgress;
    });

  /** Trains, judges what came of it, and keeps that; a problem is told in a sentence. */
  async function learn(choices?: FaceChoices): Promise<void> {
    progress.value = AT_FIRST;
    try {
      learner.current ??= import('./learner.ts').then((found) => new found.Learner());
      const learned = await (await learner.current).learn(choices, show);
      if (learned?.images) digits.value = learned.images;
      if (learned) onTrained(learned.source, learned.verified);
    } catch (error) {
      complain((error as Error).message);
      drop();
    }
    progress.value = undefined;
  }

  return {
    run,
    progress,
    digits,
    train: (choices) => void learn(choices),
    trainDigits: () => void learn(),
    stop: () => void learner.current?.then((training) => training.stop()),
  };
}
