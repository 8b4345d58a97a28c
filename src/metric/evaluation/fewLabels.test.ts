import { describe, expect, test } from 'vitest';
import { createRandom, normal } from '../random.ts';
import { type FewLabelsOptions, fewLabelsAccuracy } from './fewLabels.ts';

/** Two clouds of ten rows on a line, so many apart. */
function clouds(gap: number): Pick<FewLabelsOptions, 'embeddings' | 'labels'> {
  const random = createRandom(1);
  const labels = Array.from({ length: 20 }, (_, row) => row % 2);
  const values = Float64Array.from(labels, (label) => gap * label + normal(random));
  return { embeddings: { values, rows: 20, dims: 1 }, labels };
}

const accuracy = (gap: number, change: Partial<FewLabelsOptions> = {}, seed = 1) =>
  fewLabelsAccuracy({
    ...clouds(gap),
    perClass: 1,
    draws: 50,
    random: createRandom(seed),
    ...change,
  });

describe('the accuracy with few labels', () => {
  test('is 1 where classes lie apart, and chance where they lie in one place', () => {
    expect(accuracy(100)).toBe(1);
    expect(accuracy(0)).toBeGreaterThan(0.3);
    expect(accuracy(0)).toBeLessThan(0.7);
  });

  test('grows with the labels where classes meet', () => {
    expect(accuracy(2, { perClass: 8 })).toBeGreaterThan(accuracy(2));
  });

  test('is decided by its random numbers, and may ask some rows only', () => {
    expect(accuracy(2)).toBe(accuracy(2));
    expect(accuracy(2)).not.toBe(accuracy(2, {}, 2));
    const few = accuracy(2, { draws: 1, queries: 4 });
    expect([0, 0.25, 0.5, 0.75, 1]).toContain(few);
  });

  test('refuses a class that would have nothing left to ask, and counts that are none', () => {
    expect(() => accuracy(1, { perClass: 10 })).toThrow(
      'class 0 has 10 rows: with 10 as examples none is left to ask',
    );
    expect(() => accuracy(1, { draws: 0 })).toThrow('draws must be a whole number of at least 1');
  });
});
