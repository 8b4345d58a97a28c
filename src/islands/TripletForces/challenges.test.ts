import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initialState } from '#kit/figure/urlState.ts';
import { measureTriplet, type TripletState } from '#kit/plane/triplet.ts';
import { costsTheMargin, isInTwoZones } from './challenges.ts';
import { definition } from './definition.ts';

const start = initialState<TripletState>(definition.settings);
const triplet = (dAP: number, dAN: number, margin: number, squared = true): TripletState => ({
  anchor: { x: 0, y: 0 },
  positive: { x: dAP, y: 0 },
  negative: { x: 0, y: dAN },
  margin,
  squared,
});
const costs = (state: TripletState) => costsTheMargin(state, measureTriplet(state));

describe('a loss of exactly m with three distinct points', () => {
  test('is not what the figure begins with', () => expect(costs(start)).toBe(false));

  test.each([true, false])('takes n as far from a as p is (squared: %s)', (squared) => {
    expect(costs(triplet(0.8, 0.8, 0.5, squared))).toBe(true);
    expect(costs(triplet(0.8, 0.83, 0.5, squared))).toBe(false);
  });

  test('is not met by a collapse, nor by a margin of 0', () => {
    expect(costs(triplet(0, 0, 0.5))).toBe(false);
    expect(costs(triplet(0.8, 0.9, 0))).toBe(false);
  });
});

describe('semi-hard by squared distances and easy by plain ones', () => {
  test('is not what the figure begins with', () => expect(isInTwoZones(start)).toBe(false));

  test('is there, whichever distance the figure has', () => {
    expect(isInTwoZones(triplet(0.1, 0.45, 0.3, true))).toBe(true);
    expect(isInTwoZones(triplet(0.1, 0.45, 0.3, false))).toBe(true);
  });

  test('takes plain distances that sum to less than 1', () => {
    const distance = fc.double({ min: 0.01, max: 2, noNaN: true });
    fc.assert(
      fc.property(distance, distance, distance, (dAP, dAN, margin) => {
        if (isInTwoZones(triplet(dAP, dAN, margin))) expect(dAP + dAN).toBeLessThan(1 + 1e-9);
      }),
    );
  });

  test('and is the other way round only where they sum to more', () => {
    const other = triplet(1, 1.3, 0.5);
    expect(measureTriplet({ ...other, squared: true }).zone).toBe('easy');
    expect(measureTriplet({ ...other, squared: false }).zone).toBe('semi-hard');
  });
});
