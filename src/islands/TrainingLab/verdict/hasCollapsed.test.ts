import { describe, expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '#training/config.ts';
import { hasCollapsed, isUnaligned } from './hasCollapsed.ts';
import type { History } from '#training/run/history.ts';
import { collapseText, unalignedText } from './notices.ts';

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

  test('also where one point costs nothing, and nothing is what is asked for', () => {
    expect(hasCollapsed(run(0.002, 0.01), DEFAULT_CONFIG, 0)).toBe(true);
    expect(hasCollapsed(run(0.002, 1.4), DEFAULT_CONFIG, 0)).toBe(false);
    expect(hasCollapsed(run(0.2, 0.01), DEFAULT_CONFIG, 0)).toBe(false);
  });

  test('nor after a few steps', () => {
    expect(hasCollapsed(run(0.5, 0.01, 10), DEFAULT_CONFIG, 0.5)).toBe(false);
  });
});

describe('a loss of similarities that stands at the height of its collapse', () => {
  const onSphere = { ...DEFAULT_CONFIG, loss: 'nt-xent', dims: 16, normalise: true } as const;
  const withStd = (loss: number, coordinateStd: number): History => {
    const { steps, evaluations } = run(loss, 4 * coordinateStd);
    return { steps, evaluations: evaluations.map((each) => ({ ...each, coordinateStd })) };
  };

  test('is no collapse where a coordinate varies as it does all over the sphere', () => {
    expect(isUnaligned(withStd(4.7, 0.24), onSphere, 4.69)).toBe(true);
    expect(hasCollapsed(withStd(4.7, 0.24), onSphere, 4.69)).toBe(false);
    expect(unalignedText(onSphere, withStd(4.7, 0.24))).toContain(
      'A coordinate varies by 0.240, where all over the sphere it would by 1/√16 = 0.250',
    );
  });

  test('is one where it hardly varies, and the number is told', () => {
    expect(isUnaligned(withStd(4.7, 0.002), onSphere, 4.69)).toBe(false);
    expect(hasCollapsed(withStd(4.7, 0.002), onSphere, 4.69)).toBe(true);
    expect(collapseText(onSphere, withStd(4.7, 0.002))).toContain('varies by 0.002');
    expect(collapseText(DEFAULT_CONFIG, run(0.5, 0.01))).not.toContain('varies');
  });

  test('is neither while it falls, and a margin has other reasons to be stood at', () => {
    expect(isUnaligned(withStd(3, 0.24), onSphere, 4.69)).toBe(false);
    const hinge = { ...onSphere, loss: 'triplet' } as const;
    expect(isUnaligned(withStd(0.5, 0.24), hinge, 0.5)).toBe(false);
  });
});
