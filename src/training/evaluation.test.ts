import { expect, test } from 'vitest';
import { evaluate, judge } from './evaluation.ts';

/** Points on a line, and a second coordinate that says nothing. */
const onLine = (xs: readonly number[]) => ({
  values: Float32Array.from(xs.flatMap((x) => [x, 1])),
  rows: xs.length,
  dims: 2,
});
const group = (from: number) => [0, 1, 2, 3, 4, 5].map((step) => from + step / 10);

test('each sample is judged by the others: the nearest one, and the vote of five', () => {
  // The last of class 0 lies among class 1.
  const embeddings = onLine([...group(0), ...group(100), 100.25]);
  const labels = [...Array(6).fill(0), ...Array(6).fill(1), 0];
  const { recallAt1, knnAccuracy, spread } = evaluate(embeddings, labels);
  expect(recallAt1).toBeCloseTo((6 + 4) / 13, 12);
  expect(knnAccuracy).toBeCloseTo(12 / 13, 12);
  const mean = embeddings.values.filter((_, i) => i % 2 === 0).reduce((a, b) => a + b) / 13;
  const squares = [...embeddings.values].filter((_, i) => i % 2 === 0).map((x) => (x - mean) ** 2);
  expect(spread).toBeCloseTo(Math.sqrt(squares.reduce((a, b) => a + b) / 13), 9);
});

test('of fewer than six samples all the others vote', () => {
  expect(evaluate(onLine([0, 0.1, 0.2]), [1, 1, 1]).knnAccuracy).toBe(1);
});

test('classes that no one trained on are judged apart, and not at all when they are few', () => {
  const embeddings = onLine([...group(0), ...group(5), ...group(5.01)]);
  const labels = [...Array(6).fill(7), ...Array(6).fill(8), ...Array(6).fill(9)];
  const { unseen, ...seen } = judge(embeddings, labels, [7, 8]);
  expect(seen).toEqual(evaluate(onLine([...group(0), ...group(5)]), labels.slice(0, 12)));
  expect(seen.recallAt1).toBe(1);
  expect(unseen).toEqual(evaluate(onLine(group(5.01)), labels.slice(12)));
  const few = judge(
    onLine([...group(0), 5, 6, 7, 8, 9]),
    [...labels.slice(0, 6), 1, 1, 1, 1, 1],
    [7],
  );
  expect(few).toEqual(evaluate(onLine(group(0)), labels.slice(0, 6)));
});

test('where all classes were trained on they are judged together', () => {
  const embeddings = onLine([...group(0), ...group(5)]);
  const labels = [...Array(6).fill(7), ...Array(6).fill(8)];
  expect(judge(embeddings, labels, [8, 7])).toEqual(evaluate(embeddings, labels));
});
