import type { Dataset } from '#data/dataset.ts';
import { DEFAULT_CONFIG } from '#training/config.ts';
import type { StepResult } from '#training/step.ts';
import { createTrainer } from '#training/trainer.ts';
import { SEEDS } from './runs.ts';

/** Epochs of so many steps: what the text tells of, and the lab's own. */
const EPOCH_LENGTHS = [100, DEFAULT_CONFIG.epochLength];
const EPOCHS = 4;
/** A batch has forty triplets: the share that is easy is averaged over so many. */
const MEAN_OF = 5;
const AFTER = [5, 10, 25, 50, 75, 100];

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** What a busy machine slows down least: the value below which a tenth of them lie. */
const quick = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 10)]!;

/** Of an epoch's steps, the share of triplets that were easy in those up to each moment. */
const sharesOf = (epoch: readonly StepResult[]) =>
  AFTER.filter((after) => after <= epoch.length).map((after) => ({
    after,
    easy: mean(epoch.slice(after - MEAN_OF, after).map(({ stale = 0 }) => stale)),
  }));

const timeOf = ({ time }: StepResult) =>
  time.sampling + time.network + time.mining + time.optimiser;

async function train(epochLength: number, seed: number, digits: Dataset) {
  const config = { ...DEFAULT_CONFIG, miner: 'offline-hard', epochLength, seed } as const;
  const trainer = createTrainer(config, digits);
  const steps: StepResult[] = [];
  while (steps.length < EPOCHS * epochLength) steps.push(await trainer.advance());
  trainer.dispose();
  const epochs = Array.from({ length: EPOCHS }, (_, epoch) =>
    steps.slice(epoch * epochLength, (epoch + 1) * epochLength),
  );
  return {
    seed,
    epochs: epochs.map(sharesOf),
    passes: epochs.map(([first]) => first!.time.fullPass),
    stepTimes: steps.map(timeOf),
  };
}

/** The mean over epochs, moment by moment. */
const meanOf = (epochs: readonly ReturnType<typeof sharesOf>[]) =>
  epochs[0]!.map(({ after }, moment) => ({
    after,
    easy: mean(epochs.map((shares) => shares[moment]!.easy)),
  }));

/**
 * Hard triplets chosen before an epoch: how many are easy by their turn, and what choosing costs. In a
 * fresh network's epoch nearly all moves at once, so it is told apart from those that follow.
 */
export async function measureStaleness(digits: Dataset) {
  const measured = [];
  for (const epochLength of EPOCH_LENGTHS) {
    const runs = [];
    for (const seed of SEEDS) runs.push(await train(epochLength, seed, digits));
    measured.push({
      epochLength,
      first: meanOf(runs.map(({ epochs }) => epochs[0]!)),
      later: meanOf(runs.flatMap(({ epochs }) => epochs.slice(1))),
      passInSteps:
        quick(runs.flatMap(({ passes }) => passes)) /
        quick(runs.flatMap(({ stepTimes }) => stepTimes)),
      runs: runs.map(({ seed, epochs }) => ({ seed, epochs })),
    });
  }
  return measured;
}
