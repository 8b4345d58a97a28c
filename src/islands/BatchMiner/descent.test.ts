import { describe, expect, test } from 'vitest';
import { initialState } from '#kit/figure/urlState.ts';
import { type BatchState, freshCloud } from './batch.ts';
import { descent, type Rest, restOf, takeStep } from './descent.ts';
import { definition } from './definition.ts';
import { batchQuantities } from './quantities.ts';

const stepFrom = (state: BatchState) =>
  takeStep(state, batchQuantities(state), descent.runStepSize);
const restFrom = (state: BatchState) => restOf(state, batchQuantities(state));

const start: BatchState = initialState<BatchState>(definition.settings);

/** Runs until nothing moves any more, or for so many steps. */
function run(from: BatchState, steps: number): { state: BatchState; rest: Rest | undefined } {
  let state = from;
  for (let taken = 0; taken < steps; taken++) {
    const next = stepFrom(state);
    if (typeof next === 'string') return { state, rest: next };
    state = next;
  }
  return { state, rest: undefined };
}

describe('the cloud of a linear layer', () => {
  test.each([1, 2, 3, 4])(
    'collapses under hard triplets, to a loss of the margin (seed %i)',
    (seed) => {
      const cloud = { ...start, points: freshCloud(seed), seed };
      for (const strategy of ['hard', 'batch-hard'] as const) {
        const { state, rest } = run({ ...cloud, strategy }, 800);
        const { radius, loss } = batchQuantities(state);
        expect(rest).toBe('collapsed');
        expect(radius).toBeLessThan(0.004);
        expect(loss).toBeCloseTo(state.margin, 3);
      }
    },
  );

  test('is saved by semi-hard triplets, even after the collapse', () => {
    const collapsed = run({ ...start, strategy: 'hard' }, 800).state;
    const { state } = run({ ...collapsed, strategy: 'semi-hard-facenet' }, 800);
    expect(batchQuantities(state).radius).toBeGreaterThan(0.5);
  });

  test('settles under batch-all where the votes cancel', () => {
    const { state } = run({ ...start, strategy: 'batch-all' }, 1500);
    const { balance, radius } = batchQuantities(state);
    expect(Math.abs(balance)).toBeLessThan(0.01);
    expect(radius).toBeGreaterThan(0.2);
  });

  test('shrinks at every single step under hard triplets', () => {
    let state: BatchState = { ...start, strategy: 'hard' };
    for (let taken = 0; taken < 200; taken++) {
      const next = stepFrom(state);
      if (typeof next === 'string') break;
      expect(batchQuantities(next).radius).toBeLessThan(batchQuantities(state).radius);
      state = next;
    }
  });

  test('moves as a whole: what was in the middle of two points stays there', () => {
    const points = start.points.map((point) => ({ ...point }));
    const [a, b] = [points[0]!, points[1]!];
    points[5] = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, label: 4 };
    const moved = stepFrom({ ...start, points });
    if (typeof moved === 'string') throw new Error(moved);
    const [c, d, middle] = [moved.points[0]!, moved.points[1]!, moved.points[5]!];
    expect(middle.x).toBeCloseTo((c.x + d.x) / 2, 12);
    expect(middle.y).toBeCloseTo((c.y + d.y) / 2, 12);
  });
});

describe('free points', () => {
  test('sort themselves out before the shrinking is done', () => {
    const { state, rest } = run({ ...start, motion: 'free', strategy: 'hard' }, 800);
    expect(rest).toBe('no loss');
    expect(batchQuantities(state).radius).toBeGreaterThan(0.2);
    expect(batchQuantities(state).radius).toBeLessThan(batchQuantities(start).radius);
  });

  test('come to a loss of 0 under batch-all', () => {
    const { state, rest } = run({ ...start, motion: 'free', strategy: 'batch-all' }, 800);
    expect(rest).toBe('no loss');
    expect(batchQuantities(state).loss).toBe(0);
  });
});

describe('a step', () => {
  test('is not taken where it would leave the plane', () => {
    const far = start.points.map(({ x, y, label }) => ({ x: 1.2 * x, y: 1.2 * y, label }));
    const grown: BatchState = { ...start, points: far, strategy: 'semi-hard-facenet' };
    const { state, rest } = run(grown, 800);
    expect(rest).toBe('edge');
    expect(restFrom(state)).toBe('edge');
  });

  test('leaves alone the points outside the batch', () => {
    const moved = stepFrom({ ...start, p: 2, k: 2 });
    if (typeof moved === 'string') throw new Error(moved);
    const changed = moved.points.flatMap((point, place) =>
      point === start.points[place] ? [] : [place],
    );
    expect(changed).toEqual([0, 1, 5, 6]);
  });

  test('of a random draw without loss is taken: the next draw may have one', () => {
    const apart = start.points.map(({ label }, place) => ({
      x: Math.floor(place / 5) * 0.7 - 1.4,
      y: 0,
      label,
    }));
    expect(restFrom({ ...start, points: apart, strategy: 'random' })).toBeUndefined();
    expect(restFrom({ ...start, points: apart, strategy: 'batch-all' })).toBe('no loss');
  });

  test('of coincident points under squared distances is none', () => {
    const points = start.points.map(({ label }) => ({ x: 0.3, y: 0.3, label }));
    expect(restFrom({ ...start, points })).toBe('collapsed');
  });
});
