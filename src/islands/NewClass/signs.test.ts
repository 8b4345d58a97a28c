import { describe, expect, test } from 'vitest';
import { digitSample, drawnSample, glyphSample, pathOf } from './sample.ts';
import {
  MOST_EXAMPLES,
  MOST_SIGNS,
  renamed,
  type Signs,
  withExample,
  withoutExample,
  withSign,
} from './signs.ts';

const sample = digitSample(new Uint8Array(784));
const other = digitSample(new Uint8Array(784).fill(1));
const signsOf = (count: number): Signs =>
  Array.from({ length: count }).reduce<Signs>((signs) => withSign(signs, sample), []);

describe('signs', () => {
  test('begin with one example and the first free letter', () => {
    const signs = withSign(renamed(signsOf(2), 1, 'bow'), other);
    expect(signs.map(({ name }) => name)).toEqual(['bow', 'B', 'A']);
    expect(signs.at(-1)!.samples).toEqual([other]);
    expect(new Set(signs.map(({ id }) => id)).size).toBe(3);
  });

  test('are no more than fit', () => {
    expect(withSign(signsOf(MOST_SIGNS), sample)).toHaveLength(MOST_SIGNS);
  });

  test('keep their newest examples', () => {
    let signs = signsOf(1);
    for (let k = 0; k < MOST_EXAMPLES; k++) signs = withExample(signs, 1, other);
    expect(signs[0]!.samples).toEqual(Array.from({ length: MOST_EXAMPLES }, () => other));
  });

  test('are gone with their last example', () => {
    const signs = withExample(signsOf(2), 2, other);
    expect(withoutExample(signs, 2, 0)[1]!.samples).toEqual([other]);
    expect(withoutExample(signs, 1, 0).map(({ id }) => id)).toEqual([2]);
  });
});

describe('a drawing', () => {
  test('is what the networks see of its strokes, and nothing without ink', () => {
    const line = drawnSample([
      [
        { x: 10, y: 10 },
        { x: 10, y: 200 },
      ],
    ])!;
    expect(line.pixels().reduce((most, ink) => Math.max(most, ink), 0)).toBeGreaterThan(200);
    expect(drawnSample([])).toBeUndefined();
  });

  test('is drawn to its size, whatever the paper', () => {
    const stroke = [
      { x: 0, y: 0 },
      { x: 4, y: 2 },
    ];
    const larger = stroke.map(({ x, y }) => ({ x: 50 * x + 7, y: 50 * y + 9 }));
    const [small, large] = [stroke, larger].map((points) => pathOf(drawnSample([points])!));
    expect(large).toEqual(small);
    expect(small!.d).toMatch(/^M-/);
  });

  test('that is one dot has a path too', () => {
    expect(pathOf(drawnSample([[{ x: 3, y: 3 }]])!).d).toBe('M0,0h0');
  });

  test('that is ready-made is the same each time', () => {
    expect(glyphSample([5, 1]).pixels()).toEqual(glyphSample([5, 1]).pixels());
  });
});
