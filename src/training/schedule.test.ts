import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Schedule } from './schedule.ts';

interface Course {
  readonly judgedAt: readonly number[];
  readonly looked: number;
  readonly pictures: number;
  readonly all: number;
}

/** A run of so many steps, looked at whenever the schedule says so, by a clock that counts work. */
function train(steps: number, costs: { step: number; judgement: number; picture: number }): Course {
  let now = 0;
  const schedule = new Schedule(undefined, () => now);
  const judgedAt: number[] = [];
  const spent = { judgement: 0, picture: 0 };
  const look = (kind: 'judgement' | 'picture') => {
    now += costs[kind];
    spent[kind] += costs[kind];
    schedule.addLook(kind, costs[kind]);
  };
  look('judgement');
  for (let step = 1; step <= steps; step++) {
    now += costs.step;
    schedule.addStep(step, costs.step);
    if (schedule.isJudgementDue) {
      judgedAt.push(step);
      look('judgement');
    } else if (schedule.isPictureDue) look('picture');
  }
  return { judgedAt, looked: spent.judgement, pictures: spent.picture, all: now };
}

describe('a run is judged', () => {
  test('early, and once in a hundred steps, where that costs little', () => {
    const { judgedAt } = train(300, { step: 4, judgement: 10, picture: 8 });
    expect(judgedAt).toEqual([10, 25, 50, 100, 200, 300]);
  });

  test('every two seconds where steps are slow', () => {
    const { judgedAt } = train(400, { step: 100, judgement: 10, picture: 100 });
    const gaps = judgedAt.slice(1).map((step, index) => step - judgedAt[index]!);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(21);
  });

  test('when there is time for it again, where a judgement takes long', () => {
    const { judgedAt } = train(1000, { step: 80, judgement: 1500, picture: 1400 });
    const gaps = judgedAt.map((step, index) => step - (judgedAt[index - 1] ?? 0));
    // A judgement's 1.5 s are a tenth of some 170 steps.
    expect(gaps.length).toBeGreaterThan(4);
    for (const gap of gaps) expect(gap).toBeGreaterThan(140);
  });
});

test('of any run at most a tenth goes into looking at it, motion apart', () => {
  const cost = (max: number) => fc.integer({ min: 1, max });
  fc.assert(
    fc.property(cost(500), cost(3000), cost(3000), (step, judgement, picture) => {
      const steps = Math.ceil((30 * (judgement + picture) + 10_000) / step);
      const { looked, pictures, all } = train(steps, { step, judgement, picture });
      const isMotion = picture <= 16;
      expect(looked + (isMotion ? 0 : pictures)).toBeLessThanOrEqual(0.1 * all + 200 + judgement);
      if (isMotion) expect(pictures).toBeLessThanOrEqual(0.2 * all);
    }),
  );
});
