import { describe, expect, test } from 'vitest';
import { MNIST } from '#data/digits/digitSource.ts';
import { DEFAULT_CONFIG } from '#training/config.ts';
import { idleRun } from '#training/run/run.ts';
import { type LaneProgress, progressOf } from './laneProgress.ts';
import { standings } from './progress.ts';
import { raceTable } from './raceTable.ts';

const judged = (step: number, knnAccuracy: number, spread = 1) => ({
  step,
  knnAccuracy,
  recallAt1: knnAccuracy - 0.05,
  spread,
});
const lane: LaneProgress = {
  steps: [
    { step: 1, loss: 1, activeShare: 0.5 },
    { step: 2, loss: 0.5, activeShare: 0.3 },
  ],
  evaluations: [judged(0, 0.2)],
  embedding: new Float32Array(4),
  collapseLoss: 0.5,
  millisecondsPerStep: 15,
  diverged: undefined,
};
const round = (knnAccuracy: number, spread?: number): LaneProgress => ({
  ...lane,
  evaluations: [judged(0, 0.2), judged(2, knnAccuracy, spread)],
});

test('a lane shows the curves of its run, and the time of training alone', () => {
  const run = idleRun(DEFAULT_CONFIG, MNIST);
  const time = {
    ...run.speed.time,
    sampling: 1,
    network: 3,
    mining: 2,
    optimiser: 1,
    evaluation: 9,
  };
  const shown = progressOf({
    ...run,
    history: { steps: lane.steps, evaluations: lane.evaluations },
    speed: { stepsPerSecond: 0, imagesPerSecond: 0, time },
    failure: { kind: 'diverged', reason: 'the loss is NaN' },
  });
  expect(shown).toMatchObject({
    steps: lane.steps,
    evaluations: lane.evaluations,
    millisecondsPerStep: 6,
    diverged: 'the loss is NaN',
  });
  expect(progressOf(run).millisecondsPerStep).toBeUndefined();
});

describe('the standings', () => {
  test('rank the lanes by k-NN accuracy, equals alike', () => {
    const ranks = standings([round(0.8), round(0.9), round(0.8)]).map(({ rank }) => rank);
    expect(ranks).toEqual([2, 1, 2]);
  });

  test('tell loss and active share as means of the last steps, and the time of a step', () => {
    const [standing] = standings([round(0.8)]);
    expect(standing).toMatchObject({ loss: 0.75, activeShare: 0.4, millisecondsPerStep: 15 });
  });

  test('call a cloud collapsed that has all but vanished, and a lane diverged that is out', () => {
    const out = { ...lane, diverged: 'the loss is NaN' };
    const remarks = standings([round(0.1, 0.001), round(0.9), out]).map(({ remark }) => remark);
    expect(remarks).toEqual(['collapsed', '', 'diverged']);
  });
});

test('the table has a line for each lane and step, judged where it was', () => {
  expect(raceTable(['a, b'], [round(0.8)])).toEqual([
    ['a, b', 1, 1, 0.5, '', ''],
    ['a, b', 2, 0.5, 0.3, 0.8, 0.75],
  ]);
});
