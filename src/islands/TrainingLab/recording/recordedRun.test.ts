import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readDigits } from '#support/readDigits.ts';
import end from './recordedEnd.json' with { type: 'json' };
import recorded from './recordedRun.json' with { type: 'json' };

test('the recorded run shows every held-out digit, and is small', () => {
  const { labels } = readDigits().heldOut;
  recorded.digits.forEach(({ points }, digit) => {
    expect(points.split('h0').length - 1).toBe(labels.filter((label) => label === digit).length);
  });
  const file = readFileSync(new URL('./recordedRun.json', import.meta.url));
  expect(file.length).toBeLessThan(50_000);
});

test('the recorded run ends where the lab promises to get', () => {
  expect(end.step).toBeLessThanOrEqual(1200);
  expect(end.knnAccuracy).toBeGreaterThan(0.9);
});
