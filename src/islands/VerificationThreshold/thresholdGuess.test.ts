import { describe, expect, test } from 'vitest';
import { binsAtFar, ratesAtBin } from '#metric/evaluation/verificationSummary.ts';
import { AT_FIRST, acceptedBins, definition } from './definition.ts';
import { bestThreshold, tellThreshold } from './thresholdGuess.ts';

const { test: pairs } = AT_FIRST.pretrained!;

describe('a guessed threshold for at most 1 % false accepts', () => {
  test('is compared with the largest that keeps to it', () => {
    const best = acceptedBins(bestThreshold(pairs), pairs);
    expect(best).toBe(binsAtFar(pairs, 0.01));
    expect(ratesAtBin(pairs, best).far).toBeLessThanOrEqual(0.01);
    expect(ratesAtBin(pairs, best + 1).far).toBeGreaterThan(0.01);
  });

  test('is right where it is hardly stricter', () => {
    expect(tellThreshold(pairs, bestThreshold(pairs) - 0.01)).toMatch(/^Right: 0\.66 accepts/);
  });

  test('is told what it lets in', () => {
    expect(tellThreshold(pairs, 1)).toMatch(/^Too generous: 1\.00 accepts \d+\.\d\s% .* 0\.67,/);
  });

  test('that accepts nothing is below 0, where pairs that are 0 apart would be accepted', () => {
    expect(tellThreshold(pairs, 0)).toContain('below 0 accepts 0.0\u00a0% of the impostor pairs');
    const state = { source: 'pretrained', threshold: 0, curve: 'roc' } as const;
    const rates = definition.measure(state);
    expect(definition.slotTexts(state, rates).threshold).toBe('<\u20090');
    expect(definition.spoken(state, rates)).toMatch(/^Threshold below 0: 0\.0\s% false accepts/);
  });

  test('is told what it refuses without need', () => {
    expect(tellThreshold(pairs, 0.3)).toMatch(/stricter than it has to be: 0\.30 accepts/);
  });
});
