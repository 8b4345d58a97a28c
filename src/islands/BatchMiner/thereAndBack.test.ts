import { describe, expect, test } from 'vitest';
import { initialState } from '#kit/figure/urlState.ts';
import type { BatchState } from './batch.ts';
import { definition } from './definition.ts';
import { descent } from './descent.ts';
import { batchQuantities } from './quantities.ts';
import { wentThereAndBack } from './thereAndBack.ts';

describe('a batch that collapses and comes back', () => {
  test('has to do both', () => {
    expect(wentThereAndBack([])).toBe(false);
    expect(wentThereAndBack([1, 0.8, 0.6, 0.9, 1.1])).toBe(false);
    expect(wentThereAndBack([1, 0.6, 0.3, 0.1, 0.04, 0.03])).toBe(false);
    expect(wentThereAndBack([1, 0.6, 0.3, 0.1, 0.04, 0.07, 0.13, 0.25, 0.45])).toBe(false);
    expect(wentThereAndBack([1, 0.6, 0.3, 0.1, 0.04, 0.07, 0.13, 0.25, 0.45, 0.6])).toBe(true);
  });

  test('may not be pulled apart by hand', () => {
    expect(wentThereAndBack([1, 0.5, 0.2, 0.04, 0.7, 0.8, 0.9])).toBe(false);
  });

  test('can be had: hard triplets only, and then one semi-hard negative for each pair', () => {
    let state: BatchState = {
      ...initialState<BatchState>(definition.settings),
      strategy: 'hard',
    };
    const radii: number[] = [];
    for (let step = 0; step < 1000 && !wentThereAndBack(radii); step++) {
      const quantities = batchQuantities(state);
      radii.push(quantities.radius);
      const collapsed = quantities.radius < 0.04 * radii[0]!;
      if (collapsed) state = { ...state, strategy: 'semi-hard-facenet' };
      state = descent.step(state, batchQuantities(state), descent.runStepSize);
    }
    expect(wentThereAndBack(radii)).toBe(true);
  });
});
