import { describe, expect, test } from 'vitest';
import { initialState } from '#kit/figure/urlState.ts';
import { length, subtract } from '#kit/plane/point.ts';
import { definition, descent, type PairState, pairQuantities } from './definition.ts';
import { besideLine, tellRest } from './restGuess.ts';

const start = initialState<PairState>(definition.settings);

function atRest(from: PairState): PairState {
  let now = from;
  for (let k = 0; k < descent.mostSteps; k++) {
    const next = descent.step(now, pairQuantities(now), descent.runStepSize);
    if (next === now) return now;
    now = next;
  }
  throw new Error('the pair did not come to rest');
}

const after = atRest(start);
const tell = (x: number, y: number) => tellRest(start, { x, y }, after);

describe('a guess at where j comes to rest', () => {
  test('is right on the spot that the descent comes to, half of what the distance lacked', () => {
    expect(length(subtract(after.j, start.j))).toBeCloseTo(0.2, 3);
    expect(tell(after.j.x, after.j.y)).toMatch(/^Right: .* 0\.20,/);
  });

  test('that has j go all the way is told that i moves too', () => {
    // 1 from i in the direction (0.8, 0.6).
    expect(tell(0.5, 0.4)).toMatch(/i is pushed too/);
  });

  test.each([
    [1, 0.9, /^Too far, by/],
    [0.1, 0.1, /^Too near, by/],
    [0.5, -0.2, /^Beside it, by/],
  ])('at %f, %f is told in which way it misses', (x, y, words) => {
    expect(tell(x, y)).toMatch(words);
  });

  test('is right to stay where nothing pushes', () => {
    const outside = { ...start, j: { x: 1.2, y: 0.9 } };
    expect(tellRest(outside, outside.j, atRest(outside))).toMatch(/it stays/);
  });

  test('is told when the edge of the plane stopped j', () => {
    const edge = { ...start, i: { x: -1.5, y: 0 }, j: { x: -1.5, y: 0.1 }, margin: 2 };
    const held = { ...edge, j: { x: -1.5, y: 1.6 }, i: { x: -1.5, y: 0 } };
    expect(tellRest(edge, { x: 0, y: 0 }, held)).toMatch(/edge of the plane/);
  });

  test('begins beside the line through both, also where they coincide', () => {
    const { x, y } = besideLine(start);
    expect(length(subtract({ x, y }, start.j))).toBeCloseTo(0.5, 12);
    expect(tell(x, y)).toMatch(/^Beside it/);
    expect(besideLine({ i: { x: 0, y: 0 }, j: { x: 0, y: 0 } })).toEqual({ x: 0, y: -0.5 });
  });
});
