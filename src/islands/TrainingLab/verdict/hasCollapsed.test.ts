import { describe, expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '#training/config.ts';
import { hasCollapsed } from './hasCollapsed.ts';
import type { History } from '#training/run/history.ts';

const run = (loss: number, spread: number, count = 40): History => ({
  steps: Array.from({ length: count }, (_, index) => ({ step: index + 1, loss, activeShare: 1 })),
  evaluations: [{ step: count, recallAt1: 0.1, knnAccuracy: 0.1, spread }],
});

describe('a run has collapsed', () => {
  test('when its loss stands on the plateau and the digits in one place', () => {
    expect(hasCollapsed(run(0.501, 0.01), DEFAULT_CONFIG, 0.5)).toBe(true);
  });

  test('but not when the loss is there by chance, with the digits spread out', () => {
    expect(hasCollapsed(run(0.501, 1.4), DEFAULT_CONFIG, 0.5)).toBe(false);
  });

  test('nor when the digits are near each other and the loss elsewhere', () => {
    expect(hasCollapsed(run(0.3, 0.01), DEFAULT_CONFIG, 0.5)).toBe(false);
  });

  test('nor after a few steps', () => {
    expect(hasCollapsed(run(0.5, 0.01, 10), DEFAULT_CONFIG, 0.5)).toBe(false);
  });
});
