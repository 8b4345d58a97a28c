import { expect, test } from 'vitest';
import { judge } from './evaluation.ts';

/** Points on a line, and a second coordinate that says nothing. */
const onLine = (xs: readonly number[]) => ({
  values: Float32Array.from(xs.flatMap((x) => [x, 1])),
  rows: xs.length,
  dims: 2,
});
const group = (from: number) => [0, 1, 2, 3, 4, 5].map((step) => from + step / 10);
/** All of it, as trained on. */
const whole = (embeddings: Parameters<typeof judge>[0], labels: readonly number[]) =>
  judge(embeddings, labels, [...new Set(labels)]);

test('each sample is judged by the others: the nearest one, and the vote of five', () => {
  // The last of class 0 lies among class 1.
  const embeddings = onLine([...group(0), ...group(100), 100.25]);
  const labels = [...Array(6).fill(0), ...Array(6).fill(1), 0];
  const { recallAt1, knnAccuracy, spread } = whole(embeddings, labels);
  expect(recallAt1).toBeCloseTo((6 + 4) / 13, 12);
  expect(knnAccuracy).toBeCloseTo(12 / 13, 12);
  const mean = embeddings.values.filter((_, i) => i % 2 === 0).reduce((a, b) => a + b) / 13;
  const squares = [...embeddings.values].filter((_, i) => i % 2 === 0).map((x) => (x - mean) ** 2);
  expect(spread).toBeCloseTo(Math.sqrt(squares.reduce((a, b) => a + b) / 13), 9);
});

test('of fewer than six samples all the others vote', () => {
  expect(whole(onLine([0, 0.1, 0.2]), [1, 1, 1]).knnAccuracy).toBe(1);
});

test('classes that no one trained on are judged apart, and not at all when they are few', () => {
  const embeddings = onLine([...group(0), ...group(5), ...group(5.01)]);
  const labels = [...Array(6).fill(7), ...Array(6).fill(8), ...Array(6).fill(9)];
  const { unseen, ...seen } = judge(embeddings, labels, [7, 8]);
  expect(seen).toEqual(whole(onLine([...group(0), ...group(5)]), labels.slice(0, 12)));
  expect(seen.recallAt1).toBe(1);
  expect(unseen).toEqual(whole(onLine(group(5.01)), labels.slice(12)));
  const few = judge(
    onLine([...group(0), 5, 6, 7, 8, 9]),
    [...labels.slice(0, 6), 1, 1, 1, 1, 1],
    [7],
  );
  expect(few).toEqual(whole(onLine(group(0)), labels.slice(0, 6)));
});

test('where all classes were trained on, or none, they are judged together', () => {
  const embeddings = onLine([...group(0), ...group(5)]);
  const labels = [...Array(6).fill(7), ...Array(6).fill(8)];
  // 2.5 from the centre of both to that of either, and steps of 0.1 about this.
  const spread = expect.closeTo(Math.sqrt(2.5 ** 2 + 35 / 1200), 6);
  for (const classes of [
    [8, 7],
    [1, 2],
  ])
    expect(judge(embeddings, labels, classes)).toEqual({ recallAt1: 1, knnAccuracy: 1, spread });
});
