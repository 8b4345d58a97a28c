import { describe, expect, test } from 'vitest';
import { toEmbeddings } from '#kit/plane/labelledPoint.ts';
import { createBatchLoss } from '#metric/batchLoss.ts';
import { smallestClassGap, withinClassSpread } from '#metric/evaluation/spread.ts';
import { createRandom } from '#metric/random.ts';
import { crowdLoss, type Half } from './crowdLoss.ts';
import {
  type CrowdState,
  collapsedLoss,
  crowdQuantities,
  edits,
  FEWEST,
  MOST,
  definition,
  plane,
  remark,
  step,
} from './definition.ts';

const start: CrowdState = {
  points: definition.settings.points.initial,
  half: 'both',
  margin: 1,
};

const batchLoss = ({ points, margin }: CrowdState) =>
  createBatchLoss({
    loss: 'contrastive',
    distance: 'plain',
    normalise: false,
    miner: 'batch-all',
    reducer: 'mean',
    margin,
  })(
    toEmbeddings(points),
    points.map(({ label }) => label),
    createRandom(0),
  );

const stepFrom = (state: CrowdState, held?: number) => step(state, crowdQuantities(state), held);

function settle(state: CrowdState): { state: CrowdState; steps: number } {
  let current = state;
  for (let steps = 0; steps < 3000; steps++) {
    const next = stepFrom(current);
    if (next === current) return { state: current, steps };
    current = next;
  }
  throw new Error('the descent does not settle');
}

const labelsOf = ({ points }: CrowdState) => points.map(({ label }) => label);
const spread = (state: CrowdState) =>
  withinClassSpread(toEmbeddings(state.points), labelsOf(state));
const gap = (state: CrowdState) => smallestClassGap(toEmbeddings(state.points), labelsOf(state));

describe('the loss of the crowd', () => {
  test('is the contrastive loss of the batch, and its forces the negative gradient', () => {
    const { loss, gradient } = batchLoss(start);
    const crowd = crowdLoss(start.points, start.margin, 'both');
    expect(crowd.loss).toBeCloseTo(loss, 12);
    start.points.forEach((_, k) => {
      expect(crowd.pullForces[k]!.x + crowd.pushForces[k]!.x).toBeCloseTo(-gradient[2 * k]!, 12);
      expect(crowd.pullForces[k]!.y + crowd.pushForces[k]!.y).toBeCloseTo(
        -gradient[2 * k + 1]!,
        12,
      );
    });
  });

  test('is the sum of its two halves', () => {
    const of = (half: Half) => crowdLoss(start.points, start.margin, half);
    expect(of('pull').loss + of('push').loss).toBeCloseTo(of('both').loss, 12);
    expect(of('pull').push).toBe(0);
    expect(of('push').pull).toBe(0);
  });
});

describe('the descent', () => {
  test('lowers the loss with every step, until it settles', () => {
    let state = start;
    for (let k = 0; k < 300; k++) {
      const next = stepFrom(state);
      const before = crowdLoss(state.points, state.margin, 'both').loss;
      expect(crowdLoss(next.points, next.margin, 'both').loss).toBeLessThanOrEqual(before);
      state = next;
    }
  });

  test('with both terms makes each class a point, and keeps the points a margin apart', () => {
    const { state, steps } = settle(start);
    expect(steps).toBeLessThan(1200);
    expect(spread(state)).toBeLessThan(0.05);
    expect(gap(state)).toBeGreaterThan(0.95);
  });

  test('with the pull alone ends in one point, at a loss of zero', () => {
    const { state } = settle({ ...start, half: 'pull' });
    for (const { x, y } of state.points) expect(Math.hypot(x, y)).toBeLessThan(0.03);
    expect(crowdLoss(state.points, 1, 'pull').loss).toBeLessThan(1e-3);
  });

  test('with the push alone blows the crowd up until the margin stops it', () => {
    const { state } = settle({ ...start, half: 'push' });
    expect(gap(state)).toBeGreaterThan(0.9);
    expect(spread(state)).toBeGreaterThan(spread(start));
    for (const { x, y } of state.points)
      expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThan(plane.extent);
  });

  test('leaves the point that the reader holds where it is', () => {
    expect(stepFrom(start, 3).points[3]).toEqual(start.points[3]);
    expect(stepFrom(start).points[3]).not.toEqual(start.points[3]);
  });

  test('keeps a crowd without room within the drawing', () => {
    const crowded = Array.from({ length: 20 }).reduce<CrowdState>((state) => edits.add(state, 6), {
      ...start,
      half: 'push',
      margin: 1.5,
    });
    expect(crowded.points).toHaveLength(MOST);
    let state = crowded;
    for (let k = 0; k < 300; k++) state = stepFrom(state);
    for (const { x, y } of state.points)
      expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(plane.extent);
    expect(remark(crowded)).toBe('');
    expect(remark(state)).toBe('the edge of the drawing holds points back');
  });
});

test('a crowd in one point has the loss margin² times the share of dissimilar pairs', () => {
  const dissimilar = 3 * 8 * 8;
  expect(collapsedLoss({ ...start, margin: 0.5 })).toBeCloseTo((0.25 * dissimilar) / 276, 12);
});

describe('edits', () => {
  test('never leave fewer than the fewest points or more than the most', () => {
    let state = start;
    for (let k = 0; k < 50; k++) state = edits.remove(state, 0);
    expect(state.points).toHaveLength(FEWEST);
    for (let k = 0; k < 50; k++) state = edits.add(state, 2);
    expect(state.points).toHaveLength(MOST);
    expect(
      definition.settings.points.parse(definition.settings.points.format(state.points)),
    ).toEqual(state.points);
  });

  test('put no two new points on one spot', () => {
    let state = start;
    while (state.points.length < MOST) state = edits.add(state, 2);
    const places = new Set(state.points.map(({ x, y }) => `${x} ${y}`));
    expect(places.size).toBe(MOST);
  });

  test('move and relabel one point and no other', () => {
    const moved = edits.move(start, 2, { x: 99, y: 0 });
    expect(moved.points[2]).toMatchObject({ x: plane.extent, y: 0 });
    const relabelled = edits.relabel(start, 2, 6);
    expect(relabelled.points.filter((point, k) => point !== start.points[k])).toEqual([
      { ...start.points[2], label: 6 },
    ]);
  });
});
