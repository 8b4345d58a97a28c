/** What the diagnosis tells of our own runs is what was measured (bench/collapse.json). */
import { expect, test } from 'vitest';
import collapse from '../../bench/collapse.json' with { type: 'json' };
import { at, cameBack, runsOf } from '#components/findings.ts';

const LAST = 1500;
const sphere = (distance: string) => runsOf('sphere', `sphere, ${distance}, adam-1e-3`);

test('a network on the sphere kept an accuracy of 0.8 at a spread of 0.006', () => {
  const { knn, spread } = at(sphere('squared').find(({ seed }) => seed === 3)!, LAST);
  expect(knn).toBeCloseTo(0.8, 2);
  expect(spread).toBeCloseTo(0.006, 3);
});

test('batch-hard came back under plain distances with each of three seeds, under squared with none', () => {
  expect(cameBack(sphere('plain'), 0.5)).toBe(3);
  expect(cameBack(sphere('squared'), 0.5)).toBe(0);
});

test('batch-all and semi-hard each brought every collapsed network back', () => {
  for (const miner of ['batch-all', 'semi-hard'])
    for (const { before, after } of collapse.rescue.find((each) => each.miner === miner)!.seeds) {
      expect(before).toBeLessThan(0.2);
      expect(after).toBeGreaterThan(0.85);
    }
});
