import { expect, test } from 'vitest';
import { passed, type Progress, tellProgress } from './progress.ts';

const of = (over: Partial<Progress>): Progress => ({
  ...{ phase: 'training', step: 7, beganAt: 1000, endsAt: 31_000 },
  ...over,
});

test('the time left is what the clock says, in every phase', () => {
  for (const phase of ['starting', 'training', 'judging'] as const) {
    expect(tellProgress(of({ phase }), 1000)).toMatch(/; 30 s left$/);
    expect(tellProgress(of({ phase }), 1001)).toMatch(/; 30 s left$/);
    expect(tellProgress(of({ phase }), 2000)).toMatch(/; 29 s left$/);
    expect(tellProgress(of({ phase }), 30_999)).toMatch(/; 1 s left$/);
  }
});

test('what takes longer than was said is called that', () => {
  expect(tellProgress(of({ phase: 'judging' }), 31_000)).toBe('Judging; longer than expected');
});

test('the step is told, and the errors once they are known', () => {
  expect(tellProgress(of({}), 1000)).toBe('Step 7; 30 s left');
  expect(tellProgress(of({ eer: 0.125 }), 1000)).toBe(
    'Step 7, equal errors at 12.5\u00a0% of the calibration pairs; 30 s left',
  );
});

test('the share of the time runs from 0 at the press to 1 at the end, and stays there', () => {
  expect([0, 1000, 16_000, 31_000, 60_000].map((now) => passed(of({}), now))).toEqual([
    ...[0, 0, 0.5, 1, 1],
  ]);
});
