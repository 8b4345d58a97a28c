import { describe, expect, test } from 'vitest';
import { initialState } from '#kit/figure/urlState.ts';
import type { TripletState } from '#kit/plane/triplet.ts';
import { degreesBetween, departure, tellAnchor } from './anchorGuess.ts';
import { definition, descent, tripletQuantities } from './definition.ts';

const start: TripletState = {
  ...initialState<TripletState>(definition.settings),
  anchor: { x: 0, y: 0 },
  positive: { x: 1, y: 0 },
  negative: { x: 0, y: 0.5 },
};

const setOff = (state: TripletState) =>
  departure(state, descent.step(state, tripletQuantities(state), descent.runStepSize));

describe('a guess at the anchor’s direction', () => {
  test('has the step of the descent as its answer: from n to p for squared distances', () => {
    expect(setOff(start)).toBeCloseTo(Math.atan2(-0.5, 1), 6);
  });

  test('and half-way between pull and push for plain ones', () => {
    expect(setOff({ ...start, squared: false })).toBeCloseTo(-Math.PI / 4, 6);
  });

  test('is told why it is right, in the terms of the distance', () => {
    const truth = setOff(start);
    expect(tellAnchor(start, truth! + 0.1, truth)).toMatch(/^Right, within 6°.*from n to p/);
    const plain = { ...start, squared: false };
    expect(tellAnchor(plain, -Math.PI / 4, setOff(plain))).toMatch(/^Right.*half-way/);
  });

  test('that follows one force alone is told of the other', () => {
    expect(tellAnchor(start, 0, setOff(start))).toMatch(/pull of p alone/);
    expect(tellAnchor(start, -Math.PI / 2, setOff(start))).toMatch(/push of n alone/);
    expect(tellAnchor(start, Math.PI, setOff(start))).toMatch(/^153° off\. With squared/);
  });

  test('is told when nothing moves', () => {
    const easy = { ...start, negative: { x: 0, y: 1.9 } };
    expect(setOff(easy)).toBeUndefined();
    expect(tellAnchor(easy, 0, setOff(easy))).toMatch(/^It stays/);
  });

  test('measures angles the short way round', () => {
    expect(degreesBetween(Math.PI - 0.1, 0.1 - Math.PI)).toBeCloseTo((0.2 * 180) / Math.PI, 9);
  });
});
