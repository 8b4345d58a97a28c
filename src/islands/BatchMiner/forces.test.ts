import { expect, test } from 'vitest';
import { initialState } from '#kit/figure/urlState.ts';
import type { BatchState } from './batch.ts';
import { definition } from './definition.ts';
import { forcesUnder } from './forces.ts';
import { batchQuantities } from './quantities.ts';

const start: BatchState = initialState<BatchState>(definition.settings);

test('under plain distances pull and push are equal, under squared ones as d_ap and d_an are', () => {
  const plain = forcesUnder(start, false);
  expect(plain.triplets.every(({ pull, push }) => pull === 1 && push === 1)).toBe(true);
  expect(plain.pushShare).toBe(1);
  const squared = forcesUnder(start, true);
  expect(squared.pushShare).toBeLessThan(1);
  // What batch-hard takes of a fresh cloud is hard: the push is the weaker force of each.
  const [hardest] = squared.triplets;
  expect(hardest!.push).toBeLessThan(hardest!.pull);
});

test('the forces are those that move the batch', () => {
  for (const squared of [true, false]) {
    const state = { ...start, squared };
    const { triplets, shrinkShare } = forcesUnder(state, squared);
    const { active, scaleDerivative } = batchQuantities(state);
    expect(triplets).toHaveLength(active);
    expect(Math.sign(shrinkShare)).toBe(Math.sign(scaleDerivative));
  }
});

test('more of the force of a fresh cloud shrinks it under squared distances', () => {
  expect(forcesUnder(start, true).shrinkShare).toBeGreaterThan(
    forcesUnder(start, false).shrinkShare,
  );
});

test('where no triplet has a loss, nothing pulls', () => {
  const apart = start.points.map(({ label }) => ({ x: label / 5, y: 0, label }));
  const forces = forcesUnder({ ...start, points: apart, margin: 0 }, true);
  expect(forces).toEqual({ triplets: [], pushShare: 1, shrinkShare: 0 });
});
