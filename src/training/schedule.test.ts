import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Schedule } from './schedule.ts';

interface Costs {
  readonly step: number;
  readonly judgement: number;
  /** Of a picture, or of a piece of one. */
  readonly picture: number;
  readonly inPieces?: boolean;
  readonly grace?: number;
}

/** A run of so many steps, looked at whenever the schedule says so, by a clock that counts work. */
function train(steps: number, { inPieces = false, grace = 0, ...costs }: Costs) {
  let now = 0;
  const milestones = { every: 100, early: [10, 25, 50], grace };
  const schedule = new Schedule(milestones, () => now);
  schedule.comesInPieces = inPieces;
  const judgedAt: number[] = [];
  const spent = { judgement: 0, picture: 0 };
  const look = (kind: 'judgement' | 'picture', cost = costs[kind]) => {
    now += cost;
    spent[kind] += cost;
    schedule.addLook(kind, cost);
  };
  // The first one compiles what the others use.
  look('judgement', 3 * costs.judgement);
  for (let step = 1; step <= steps; step++) {
    now += costs.step;
    schedule.addStep(step, costs.step);
    if (schedule.isJudgementDue) {
      judgedAt.push(step);
      look('judgement');
    } else if (schedule.affords('picture')) look('picture');
  }
  return { judgedAt, spent, all: now };
}

test('steps taken in one go end where a run is judged', () => {
  const schedule = new Schedule();
  const ends = [0, 9, 10, 24, 30, 50, 99, 100, 250].map(
    (step) => step + schedule.stepsToMilestone(step),
  );
  expect(ends).toEqual([10, 10, 25, 25, 50, 100, 100, 200, 300]);
});

describe('a run is judged', () => {
  test('early, and once in a hundred steps, where that costs little', () => {
    const { judgedAt } = train(300, { step: 4, judgement: 10, picture: 8, grace: 200 });
    expect(judgedAt).toEqual([10, 25, 50, 100, 200, 300]);
  });

  test('not again at once where a hundred steps take less time than a judgement', () => {
    const { judgedAt } = train(4000, { step: 0.5, judgement: 130, picture: 10, grace: 200 });
    const gaps = judgedAt.map((step, index) => step - (judgedAt[index - 1] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThan(200);
    expect(judgedAt.filter((step) => step < 1000).length).toBeGreaterThan(1);
  });

  test('every two seconds where steps are slow', () => {
    const { judgedAt } = train(400, { step: 100, judgement: 10, picture: 100 });
    const gaps = judgedAt.slice(1).map((step, index) => step - judgedAt[index]!);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(21);
  });

  test('when there is time for it again, where a judgement takes long', () => {
    const costs = { step: 80, judgement: 1500, picture: 30, inPieces: true };
    const { judgedAt, spent, all } = train(2000, costs);
    const gaps = judgedAt.map((step, index) => step - (judgedAt[index - 1] ?? 0));
    // A judgement's 1.5 s are six hundredths of some 300 steps.
    expect(gaps.length).toBeGreaterThan(4);
    for (const gap of gaps) expect(gap).toBeGreaterThan(240);
    // The first one is made before the first step.
    const looks = spent.judgement - 3 * costs.judgement + spent.picture;
    expect(looks).toBeLessThan(0.11 * all);
    expect(spent.picture).toBeGreaterThan(0.03 * all);
  });
});

test('of any run at most a tenth goes into judging it, with its pictures where they come in pieces', () => {
  const cost = (max: number) => fc.integer({ min: 1, max });
  fc.assert(
    fc.property(
      cost(500),
      cost(3000),
      cost(100),
      fc.boolean(),
      (step, judgement, picture, inPieces) => {
        const steps = Math.ceil((60 * (judgement + picture) + 20_000) / step);
        const { spent, all } = train(steps, { step, judgement, picture, inPieces });
        // What opens a run is judged before its first step.
        const afterwards = spent.judgement - 3 * judgement;
        expect(afterwards).toBeLessThanOrEqual((inPieces ? 0.06 : 0.1) * all);
        expect(spent.picture).toBeLessThanOrEqual((inPieces ? 0.04 : 0.2) * all + picture);
      },
    ),
  );
});
