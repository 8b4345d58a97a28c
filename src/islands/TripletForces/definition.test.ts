import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { subtract } from '#kit/plane/point.ts';
import { remark, type TripletState } from '#kit/plane/triplet.ts';
import { initialState } from '#kit/figure/urlState.ts';
import { descent, lossAtDistance, definition, plane, tripletQuantities } from './definition.ts';

const start = initialState<TripletState>(definition.settings);
const stepFrom = (state: TripletState, size: number) =>
  descent.step(state, tripletQuantities(state), size);
const coordinate = fc.double({ min: -plane.extent, max: plane.extent, noNaN: true });
const point = fc.record({ x: coordinate, y: coordinate });
const anyState: fc.Arbitrary<TripletState> = fc.record({
  anchor: point,
  positive: point,
  negative: point,
  margin: fc.double({ min: 0, max: 2, noNaN: true }),
  squared: fc.boolean(),
});

describe('the definition of TripletForces', () => {
  test('starts with a hard negative and a loss to see', () => {
    const { loss, dAP, dAN, zone } = tripletQuantities(start);
    expect([dAP, dAN, loss].map((value) => Number(value.toFixed(9)))).toEqual([1.21, 0.89, 0.82]);
    expect(zone).toBe('hard');
  });

  test('draws the circles where the zones change, squared or plain', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { hard, easy } = tripletQuantities(state).zoneRadii;
        const { anchor, negative, margin } = state;
        const { x, y } = subtract(negative, anchor);
        const distance = Math.hypot(x, y);
        const { zone } = tripletQuantities(state);
        if (Math.min(Math.abs(distance - hard), Math.abs(distance - easy)) < 1e-9) return;
        const drawn = distance < hard ? 'hard' : distance < easy ? 'semi-hard' : 'easy';
        if (margin > 1e-9) expect(zone).toBe(drawn);
      }),
    );
  });

  test('paints the field with the loss that the negative has where it stands', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { x, y } = subtract(state.negative, state.anchor);
        expect(lossAtDistance(state, Math.hypot(x, y))).toBeCloseTo(
          tripletQuantities(state).loss,
          9,
        );
      }),
    );
  });

  test.each([true, false])('descends until the margin holds (squared: %s)', (squared) => {
    let state = { ...start, squared };
    for (let steps = 0; steps < 1000; steps++) state = stepFrom(state, 0.02);
    expect(tripletQuantities(state).loss).toBe(0);
    expect(tripletQuantities(state).zone).toBe('easy');
  });

  test('never steps out of the plane', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { anchor, positive, negative } = stepFrom(state, 0.1);
        for (const { x, y } of [anchor, positive, negative]) {
          expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(plane.extent);
        }
      }),
    );
  });

  test('stays where it is when all three points coincide, and says why', () => {
    const collapsed = { ...start, positive: start.anchor, negative: start.anchor };
    expect(tripletQuantities(collapsed).loss).toBe(start.margin);
    expect(stepFrom(collapsed, 0.1)).toBe(collapsed);
    expect(remark(collapsed, tripletQuantities(collapsed))).toContain('coincide');
  });
});
