import { describe, expect, test } from 'vitest';
import { createDuel, STEPS, stopOf } from './duel.ts';
import { MARGIN_RANGE, definition, plane } from './definition.ts';

const initial = {
  margin: definition.settings.margin.initial,
  seed: definition.settings.seed.initial,
};
const seeds = Array.from({ length: 12 }, (_, k) => k + 1);

describe('the duel', () => {
  test('starts both sides from the same points and always runs the same', () => {
    const duel = createDuel(initial);
    expect(duel.triplet[0]?.points).toEqual(duel.contrastive[0]?.points);
    expect(createDuel(initial)).toEqual(duel);
  });

  test.each(seeds)(
    'with seed %i the contrastive loss collapses every class, the triplet loss none',
    (seed) => {
      for (const margin of [0.25, 0.5, 1, 1.5]) {
        const { contrastive, triplet } = createDuel({ margin, seed });
        const start = triplet[0]!;
        expect(contrastive[STEPS]!.spread).toBeLessThan(0.03 * start.spread);
        expect(triplet[STEPS]!.loss).toBe(0);
        expect(triplet[STEPS]!.spread).toBeGreaterThan(0.3 * start.spread);
      }
    },
  );

  test('does not move a point any more once every triplet keeps its margin', () => {
    const { triplet } = createDuel(initial);
    const stop = stopOf(triplet)!;
    expect(stop).toBeGreaterThan(20);
    expect(triplet[STEPS]!.points).toEqual(triplet[stop]!.points);
    expect(triplet[stop]!.points).not.toEqual(triplet[stop - 1]!.points);
  });

  test('lowers either loss, or leaves it, with every step', () => {
    for (const moments of Object.values(createDuel(initial)))
      for (let step = 1; step <= STEPS; step++)
        expect(moments[step]!.loss).toBeLessThanOrEqual(moments[step - 1]!.loss);
  });

  test('stays within the drawing', () => {
    for (const margin of [MARGIN_RANGE.min, MARGIN_RANGE.max])
      for (const seed of seeds)
        for (const moments of Object.values(createDuel({ margin, seed })))
          for (const { x, y } of [...moments[0]!.points, ...moments[STEPS]!.points])
            expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThan(plane.extent);
  });
});

test('the words tell when the triplet side came to rest', () => {
  const at = (step: number) => definition.measure({ ...initial, step });
  const stop = stopOf(at(0).duel.triplet)!;
  expect(at(stop - 1).verdict).toBe('moving');
  expect([at(0).verdict, at(0).contrastiveVerdict]).toEqual(['at the start', 'at the start']);
  expect(at(stop - 1).contrastiveVerdict).toBe('moving');
  expect(at(stop).verdict).toBe(`at rest since step ${stop}`);
});

test('a duel is computed once, however many of its steps are shown', () => {
  const at = (step: number) => definition.measure({ ...initial, step });
  expect(at(7).duel).toBe(at(8).duel);
});
