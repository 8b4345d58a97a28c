/** Numbers of the text are those of the committed files and of the code that they are about. */
import { expect, test } from 'vitest';
import { type DuelOptions, createDuel, stopOf } from '#islands/CollapseDuel/duel.ts';
import { readRecording } from '#data/recordings/readRecording.ts';
import type { Embeddings } from '#metric/embeddings.ts';
import { leaveOneOutKnnAccuracy } from '#metric/evaluation/knn.ts';
import { tripletLoss } from '#metric/tripletLoss.ts';
import { principalAxes, projectOnto } from '#metric/pca.ts';
import { chapterSources, proseOf } from '#support/chapterSources.ts';
import { readDigits } from '#support/readDigits.ts';
import { chooseDigits } from '../../scripts/recording/chooseDigits.ts';

const { images, labels } = chooseDigits(readDigits().heldOut, 100);
const SIDE = 28;
const pixels: Embeddings = {
  values: Float32Array.from(images, (byte) => byte / 255),
  rows: labels.length,
  dims: SIDE ** 2,
};

/** Means of 2 × 2 pixels: the axes of all pixels would take minutes. */
function coarse({ values, rows }: Embeddings): Embeddings {
  const side = SIDE / 2;
  const dims = side ** 2;
  return {
    rows,
    dims,
    values: Float32Array.from({ length: rows * dims }, (_, i) => {
      const [row, pixel] = [Math.floor(i / dims), i % dims];
      const corner = row * SIDE ** 2 + 2 * SIDE * Math.floor(pixel / side) + 2 * (pixel % side);
      return [0, 1, SIDE, SIDE + 1].reduce((sum, k) => sum + values[corner + k]! / 4, 0);
    }),
  };
}

test('the opening map is told with the settings of its recording', () => {
  const { run, moments, labels: shown } = readRecording('overture');
  const text = proseOf('introduction');
  expect(text).toContain(`one of ${shown.length.toLocaleString('en')} held-out handwritten digits`);
  expect(run).toMatchObject({ loss: 'triplet', distance: 'squared', miner: 'batch-all' });
  expect(text).toContain(`squared distances and margin ${run['margin']}`);
  expect(text).toContain(`a batch of ${Number(run['p']) * Number(run['k'])} digits`);
  expect(text).toContain(`learning rate ${run['learningRate']}, 1,200 steps`);
  expect(moments.at(-1)?.step).toBe(1200);
});

test('a hundred steps of it do most of the work', () => {
  const { moments } = readRecording('overture');
  const [first, last] = [moments[0]!, moments.at(-1)!];
  const hundredth = moments.findLast(({ step }) => step <= 100)!;
  const all = last.knnAccuracy - first.knnAccuracy;
  expect(hundredth.knnAccuracy - first.knnAccuracy).toBeGreaterThan(0.75 * all);
});

test('it is told with what pixels and their principal axes reach, judged the same way', () => {
  const accuracy = (embeddings: Embeddings) => leaveOneOutKnnAccuracy(embeddings, labels, 5);
  expect(Array.from(readRecording('overture').labels)).toEqual(Array.from(labels));
  const shrunk = coarse(pixels);
  const axes = principalAxes(shrunk, 2);
  const flat = { values: projectOnto(axes, shrunk), rows: shrunk.rows, dims: 2 };
  const end = readRecording('overture').moments.at(-1)!.knnAccuracy.toFixed(3);
  expect(proseOf('introduction')).toContain(`At the end it is ${end}, with two numbers a digit`);
  const [all, two] = [accuracy(pixels), accuracy(flat)].map((value) => value.toFixed(3));
  expect(proseOf('introduction')).toContain(
    `all 784 pixels reach ${all}, and their two principal axes ${two}`,
  );
});

test('a batch of ten digits by twelve has the pairs that the text counts', () => {
  const [p, k] = [10, 12];
  const similar = (p * k * (k - 1)) / 2;
  const dissimilar = (p * (p - 1) * k ** 2) / 2;
  expect(dissimilar / similar).toBeCloseTo(108 / 11, 12);
  const share = (dissimilar / (similar + dissimilar)).toFixed(3);
  const text = proseOf('contrastive-loss');
  expect(text).toContain('it is 108 to 11');
  expect(text).toContain(`$10 \\times 12$ batch that is $${share}\\,\\margin^2$`);
});

test('the duel is where the text says that it is', () => {
  const at = (options: DuelOptions) => createDuel(options).triplet;
  const triplet = at({ margin: 0.5, seed: 3 });
  const stop = stopOf(triplet);
  expect(chapterSources.get('triplet-loss')).toContain(
    `set="margin: 0.5; seed: 3; step: ${stop}">A hundred steps on`,
  );
  expect(triplet.at(-1)!.spread).toBeGreaterThan(triplet[0]!.spread / 2);
  const wide = at({ margin: 1.5, seed: 3 });
  expect(wide.at(-1)!.gap).toBeGreaterThan(triplet.at(-1)!.gap);
  expect(wide.at(-1)!.spread).toBeGreaterThan(0.4 * wide[0]!.spread);
});

test('a triplet neither drifts nor turns, and three equal points are a saddle', () => {
  const options = { margin: 0.5, squared: true };
  const points = [
    [0.3, -0.2],
    [1.1, 0.4],
    [-0.5, 0.7],
  ] as const;
  const { gradA, gradP, gradN } = tripletLoss(...points, options);
  const gradients = [gradA, gradP, gradN];
  for (const axis of [0, 1])
    expect(gradients.reduce((sum, of) => sum + of[axis]!, 0)).toBeCloseTo(0, 12);
  const torque = gradients.reduce(
    (sum, of, k) => sum + points[k]![0] * of[1]! - points[k]![1] * of[0]!,
    0,
  );
  expect(torque).toBeCloseTo(0, 12);
  const middle = [0, 0];
  const lossAt = (positive: number, negative: number) =>
    tripletLoss(middle, [positive, 0], [negative, 0], options).loss;
  expect(lossAt(0, 0)).toBe(options.margin);
  expect(lossAt(0.1, 0)).toBeGreaterThan(options.margin);
  expect(lossAt(0, 0.1)).toBeLessThan(options.margin);
});

test('ten classes on a circle are as far apart as the text says', () => {
  const chord = 2 * Math.sin(Math.PI / 10);
  expect(proseOf('triplet-loss')).toContain(
    `$2 \\sin (\\pi / 10) = ${chord.toFixed(3)}$ from their neighbours, squared ${(chord ** 2).toFixed(3)}`,
  );
});
