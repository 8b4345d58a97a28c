import { describe, expect, test } from 'vitest';
import {
  type Dial,
  dragDial,
  endDial,
  flipDial,
  isSwitch,
  snap,
  stepDial,
  typeDial,
} from './dial.ts';

const margin: Dial<number> = {
  label: 'margin',
  step: 0.05,
  fineStep: 0.01,
  range: () => ({ min: 0, max: 2 }),
  get: (state) => state,
  set: (_, value) => value,
};
const at = (state: number) => ({ state, quantities: undefined });
const bit: Dial<number> = { ...margin, step: 1, fineStep: 1, range: () => ({ min: 0, max: 1 }) };

describe('a number in a formula', () => {
  test('moves by steps, by fine steps, and stops at the ends of its range', () => {
    expect(stepDial(margin, at(0.5), 1, false)).toBe(0.55);
    expect(stepDial(margin, at(0.5), -1, true)).toBe(0.49);
    expect(stepDial(margin, at(1.98), 1, false)).toBe(2);
    expect(stepDial(margin, at(0.02), -1, false)).toBe(0);
  });

  test('follows a drag, a hundred pixels for a unit, from where it began', () => {
    expect(dragDial(margin, at(0.5), 25)).toBe(0.75);
    expect(dragDial(margin, at(0.5), -25)).toBe(0.25);
    expect(dragDial(margin, at(0.5), 0.4)).toBe(0.5);
  });

  test('that is a bit flips after a longer pull', () => {
    expect(dragDial(bit, at(0), 10)).toBe(0);
    expect(dragDial(bit, at(0), 30)).toBe(1);
    expect(dragDial(bit, at(1), -30)).toBe(0);
  });

  test('goes to either end of its range', () => {
    expect(endDial(margin, at(0.5), 'min')).toBe(0);
    expect(endDial(margin, at(0.5), 'max')).toBe(2);
  });

  test('is a switch where it has two values, and only there', () => {
    expect([bit, margin].map((dial) => isSwitch(dial, at(0)))).toEqual([true, false]);
    expect([0, 1].map((value) => flipDial(bit, at(value)))).toEqual([1, 0]);
  });

  test('takes what is typed, at any precision', () => {
    expect(typeDial(margin, at(0.5), '0.123456')).toBe(0.123456);
    expect(typeDial(margin, at(0.5), '1.')).toBe(1);
  });

  test('says what would be right when what is typed cannot be', () => {
    expect(typeDial(margin, at(0.5), '7')).toBe('The margin is a number from 0 to 2, not “7”.');
    expect(typeDial(margin, at(0.5), '-')).toContain('from 0 to 2');
  });

  test('has no dust of binary fractions', () => {
    expect(snap(0.1 + 0.2, 0.01)).toBe(0.3);
    expect(snap(-0.30000000000000004, 0.05)).toBe(-0.3);
  });
});
