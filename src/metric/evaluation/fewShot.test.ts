import { describe, expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { fewShotAccuracy, refusals } from './fewShot.ts';

/** Classes side by side on a line, so far apart, each of ten samples in a row of length 1. */
function line(classes: number, apart: number) {
  const labels = Array.from({ length: 10 * classes }, (_, i) => Math.floor(i / 10));
  const values = Float64Array.from(labels, (label, i) => apart * label + (i % 10) / 10);
  return { embeddings: { values, rows: labels.length, dims: 1 }, labels };
}
const met = (ways: number, shots: number, seed = 1) => ({
  ways,
  shots,
  draws: 50,
  random: createRandom(seed),
  unit: false,
});

describe('classes met by a few examples', () => {
  test('are all told apart when they are far apart', () => {
    const { embeddings, labels } = line(5, 10);
    expect(fewShotAccuracy(embeddings, labels, met(3, 1))).toBe(1);
  });

  test('are no better than a guess when nothing tells them apart', () => {
    const { embeddings, labels } = line(4, 0);
    const accuracy = fewShotAccuracy(embeddings, labels, { ...met(4, 1), draws: 400 });
    expect(accuracy).toBeGreaterThan(0.15);
    expect(accuracy).toBeLessThan(0.35);
  });

  test('are told apart better by more examples', () => {
    const { embeddings, labels } = line(4, 0.6);
    const of = (shots: number) =>
      fewShotAccuracy(embeddings, labels, { ...met(4, shots), draws: 200 });
    expect(of(5)).toBeGreaterThan(of(1));
  });

  test('come out the same from the same seed', () => {
    const { embeddings, labels } = line(4, 0.6);
    const of = (seed: number) => fewShotAccuracy(embeddings, labels, met(4, 1, seed));
    expect(of(7)).toBe(of(7));
    expect(of(7)).not.toBe(of(8));
  });

  test('cannot be more than there are, nor leave none to judge', () => {
    const { embeddings, labels } = line(3, 1);
    expect(() => fewShotAccuracy(embeddings, labels, met(4, 1))).toThrow('from 1 to 3 classes');
    expect(() => fewShotAccuracy(embeddings, labels, met(2, 10))).toThrow('from 1 to 9');
  });
});

describe('what a threshold has to tell apart', () => {
  test('is as many samples of classes that were met as of others', () => {
    const { embeddings, labels } = line(6, 10);
    const { distances, known } = refusals(embeddings, labels, met(3, 2));
    expect(distances).toHaveLength(50 * 6);
    expect(known.filter(Boolean)).toHaveLength(50 * 3);
    distances.forEach((distance, i) => {
      if (known[i]) expect(distance).toBeLessThan(1);
      else expect(distance).toBeGreaterThan(8);
    });
  });

  test('needs classes that were not met', () => {
    const { embeddings, labels } = line(3, 1);
    expect(() => refusals(embeddings, labels, met(2, 1))).toThrow('only 1 are left over');
  });
});
