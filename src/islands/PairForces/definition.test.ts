import { describe, expect, test } from 'vitest';
import { initialState } from '#kit/figure/urlState.ts';
import { contrastivePair } from '#metric/contrastivePair.ts';
import {
  descent,
  definition,
  type PairState,
  pairQuantities,
  plane,
  remark,
} from './definition.ts';

const start = initialState<PairState>(definition.settings);

function run(state: PairState): PairState {
  let now = state;
  for (let k = 0; k < 5000; k++) {
    const next = descent.step(now, pairQuantities(now), 0.02);
    if (next === now) break;
    now = next;
  }
  return now;
}

describe('the definition of PairForces', () => {
  test('starts with a dissimilar pair inside the margin, so that there is a force to see', () => {
    const { loss, dIJ } = pairQuantities(start);
    expect(start.y).toBe(0);
    expect(dIJ).toBeCloseTo(0.6, 12);
    expect(loss).toBeCloseTo(0.16, 12);
  });

  test('has the negative gradient as its force', () => {
    const { gradI, gradJ } = contrastivePair([-0.3, -0.2], [0.18, 0.16], 0, 1);
    const { forceI, forceJ } = pairQuantities(start);
    expect([-forceI.x, -forceI.y]).toEqual([...gradI]);
    expect([-forceJ.x, -forceJ.y]).toEqual([...gradJ]);
  });

  test('drives a dissimilar pair to the margin and no farther', () => {
    expect(pairQuantities(run(start)).dIJ).toBeCloseTo(1, 3);
  });

  test('draws a similar pair to one spot', () => {
    expect(pairQuantities(run({ ...start, y: 1 })).dIJ).toBeCloseTo(0, 3);
  });

  test('keeps either point within the plane when it is pushed over the edge', () => {
    const corner = { x: plane.extent, y: -plane.extent };
    const inside = { x: plane.extent - 0.1, y: 0.1 - plane.extent };
    const pair: PairState = { i: corner, j: inside, y: 0, margin: 2 };
    for (const pushed of [pair, { ...pair, i: inside, j: corner }]) {
      const { i, j } = run(pushed);
      expect(pushed.i === corner ? i : j).toEqual(corner);
      expect(pairQuantities({ ...pushed, i, j }).dIJ).toBeCloseTo(2, 3);
    }
  });

  test('stops when the edge holds both points', () => {
    const [i, j] = [
      { x: plane.extent, y: 0 },
      { x: -plane.extent, y: 0 },
    ];
    const held: PairState = { i, j, y: 0, margin: 4 * plane.extent };
    expect(descent.step(held, pairQuantities(held), 0.02)).toBe(held);
  });

  test('says so when a push has no direction', () => {
    expect(remark(pairQuantities({ ...start, j: start.i }))).toContain('in no direction');
    expect(remark(pairQuantities(start))).toBe('');
  });
});
