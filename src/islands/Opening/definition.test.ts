import { expect, test } from 'vitest';
import { initialState } from '#kit/figure/urlState.ts';
import type { TripletState } from '#kit/plane/triplet.ts';
import { definition, plane } from './definition.ts';

const start = initialState<TripletState>(definition.settings);

test('the opening begins with a loss to see, and n dragged out of the ring ends it', () => {
  const { loss, zoneRadii } = definition.measure(start);
  expect(loss).toBeGreaterThan(0.3);
  expect(zoneRadii.easy).toBeLessThan(plane.extent);
  const outside = { ...start, negative: { x: zoneRadii.easy + 0.01, y: 0 } };
  expect(definition.measure(outside).loss).toBe(0);
});
