import { FACE_SIDE } from '#data/faces/faceSide.ts';
import { drawPopulation, type Pictures, type Population } from '#data/faces/population.ts';
import type { Embeddings } from '#metric/embeddings.ts';
import { cloudRadius } from '#metric/evaluation/cloudRadius.ts';
import { equalErrorRate } from '#metric/evaluation/equalErrorRate.ts';
import { picturePairs } from '#metric/evaluation/picturePairs.ts';
import { rocCurve, tarAtFar } from '#metric/evaluation/roc.ts';
import type { TrainingConfig } from '#training/config.ts';
import { createTrainer } from '#training/trainer.ts';

export const SEEDS = [1, 2, 3] as const;
export const STEPS = 1000;
const FAR = 0.01;

/** How well pictures of unseen people are told apart. */
export interface Outcome {
  readonly eer: number;
  readonly tar: number;
  /** How large the cloud is, in the units of what is judged. */
  readonly spread: number;
}

/** What was tried, once or with several seeds. */
export interface Outcomes {
  readonly id: string;
  readonly what: string;
  readonly of: readonly Outcome[];
}

export const draw = (population: Population): Promise<Pictures> =>
  drawPopulation(population, async () => {});

export function judge(embeddings: Embeddings, { identities }: Pictures): Outcome {
  const { scores, same } = picturePairs(embeddings, identities);
  const curve = rocCurve(scores, same);
  return {
    eer: equalErrorRate(curve).interpolated,
    tar: tarAtFar(curve, FAR).step,
    spread: cloudRadius(embeddings),
  };
}

/** A network after so many steps on some people, judged by others. */
export async function trainedOutcome(
  training: Pictures,
  test: Pictures,
  config: TrainingConfig,
): Promise<Outcome> {
  const trainer = createTrainer(config, {
    height: FACE_SIDE,
    width: FACE_SIDE,
    training: { images: training.images, labels: training.identities },
    heldOut: { images: test.images, labels: test.identities },
  });
  try {
    while (trainer.step < STEPS) await trainer.advance();
    return judge(
      { values: await trainer.embedHeldOut(), rows: test.identities.length, dims: config.dims },
      test,
    );
  } finally {
    trainer.dispose();
  }
}
