import { describe, expect, test } from 'vitest';
import type { CurvePoint } from '#kit/charts/curve.ts';
import { initialState } from '#kit/figure/urlState.ts';
import type { BatchState } from './batch.ts';
import { definition } from './definition.ts';
import { descent } from './descent.ts';
import { batchQuantities } from './quantities.ts';
import { GUESSED_STEPS, LENGTH, tellSize } from './sizeGuess.ts';

/** The radius of the cloud under hard triplets only, step by step. */
function shrinking(squared: boolean): CurvePoint[] {
  let state: BatchState = {
    ...initialState<BatchState>(definition.settings),
    strategy: 'hard',
    squared,
  };
  const curve: CurvePoint[] = [];
  for (let step = 0; step <= LENGTH; step++) {
    const quantities = batchQuantities(state);
    curve.push({ step, value: quantities.radius });
    state = descent.step(state, quantities, descent.runStepSize);
  }
  return curve;
}

const [squared, plain] = [shrinking(true), shrinking(false)];
const valuesOf = (curve: readonly CurvePoint[]) => GUESSED_STEPS.map((step) => curve[step]!.value);

describe('a guess at the size of the cloud under hard triplets only', () => {
  test('is right along the run itself, which takes a share of what is left at each step', () => {
    expect(squared.at(-1)!.value).toBeLessThan(0.15 * squared[0]!.value);
    expect(tellSize(valuesOf(squared), squared, true)).toMatch(
      /^Right\. With squared .* each step takes about 1\.4 % of what is left/,
    );
  });

  test('and with plain distances an amount', () => {
    expect(tellSize(valuesOf(plain), plain, false)).toMatch(
      /^Right\. With plain .* about 0\.0031,/,
    );
  });

  test('that keeps its size is told where it is farthest off, and that hard triplets never expand', () => {
    const flat = GUESSED_STEPS.map(() => squared[0]!.value);
    expect(tellSize(flat, squared, true)).toMatch(
      /^After 150 steps it was 0\.09, you had 0\.75\. A hard triplet never votes to expand\./,
    );
  });

  test('of a cloud that did not move says so', () => {
    expect(tellSize([1, 1, 1, 1, 1], [{ step: 7, value: 1 }], true)).toMatch(/Nothing moved/);
  });
});
