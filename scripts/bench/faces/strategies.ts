import type { Pictures } from '#data/faces/population.ts';
import type { TrainingConfig } from '#training/config.ts';
import { type FaceChoices, faceConfig } from '#training/faces/faceConfig.ts';
import { type Outcome, type Outcomes, SEEDS, trainedOutcome } from './outcome.ts';

interface Tried extends FaceChoices {
  readonly id: string;
  readonly what: string;
  /** Settings besides loss and miner. */
  readonly own?: Partial<TrainingConfig>;
}

const STRATEGIES: readonly Tried[] = [
  {
    id: 'contrastive-batch-all',
    what: 'contrastive loss, all pairs',
    loss: 'contrastive',
    miner: 'batch-all',
  },
  { id: 'triplet-batch-all', what: 'triplet loss, batch-all', loss: 'triplet', miner: 'batch-all' },
  {
    id: 'triplet-batch-hard',
    what: 'triplet loss, batch-hard',
    loss: 'triplet',
    miner: 'batch-hard',
  },
  {
    id: 'triplet-batch-hard-plain',
    what: 'triplet loss, batch-hard, plain distances',
    loss: 'triplet',
    miner: 'batch-hard',
    own: { distance: 'plain' },
  },
  { id: 'triplet-semi-hard', what: 'triplet loss, semi-hard', loss: 'triplet', miner: 'semi-hard' },
  { id: 'triplet-random', what: 'triplet loss, random', loss: 'triplet', miner: 'random' },
  { id: 'sup-con', what: 'SupCon', loss: 'sup-con', miner: 'batch-all' },
  { id: 'arc-face', what: 'ArcFace', loss: 'arc-face', miner: 'batch-all' },
];

/** A network trained with a strategy. */
const strategyOutcome = (
  { loss, miner, own }: Tried,
  seed: number,
  training: Pictures,
  test: Pictures,
): Promise<Outcome> =>
  trainedOutcome(training, test, { ...faceConfig({ loss, miner }), ...own, seed });

/** Networks trained with each strategy, for as many steps. */
export async function strategyOutcomes(training: Pictures, test: Pictures): Promise<Outcomes[]> {
  const outcomes: Outcomes[] = [];
  for (const tried of STRATEGIES) {
    const of: Outcome[] = [];
    for (const seed of SEEDS) of.push(await strategyOutcome(tried, seed, training, test));
    outcomes.push({ id: tried.id, what: tried.what, of });
  }
  return outcomes;
}
