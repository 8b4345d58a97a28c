import { describe, expect, test } from 'vitest';
import { pkLabels, randomBatch } from '#support/batches.ts';
import { createBatchLoss } from '../batchLoss.ts';
import { miners } from '../miners/registry.ts';
import { createRandom } from '../random.ts';
import { reducers } from '../reducers/registry.ts';
import { distances } from '../distances/registry.ts';
import { losses } from './registry.ts';

const names = ['normalised-softmax', 'cos-face', 'arc-face', 'proxy-nca'] as const;
const noChance = () => 0;

/** Of the classes 3, 5 and 8, of which 8 is not in the batch. */
const batch = randomBatch(4, [5, 3, 3, 5, 5], 2);
const CLASSES = [3, 5, 8];
const learned = [Float64Array.from([1, 0.2, -0.4, 1, -1, -1])];

describe.each(names)('the entry %s', (name) => {
  const entry = losses.get(name)!;
  const config = { loss: name, reducer: 'mean', normalise: false } as const;

  test('has a vector for each class that is trained on, also where a batch lacks it', () => {
    const [vectors] = entry.learns!({ labels: CLASSES, dims: 4 }, createRandom(1));
    expect(vectors).toMatchObject({ name: 'class vectors', shape: [3, 4] });
    const found = createBatchLoss({ ...config, labels: CLASSES })(
      batch.embeddings,
      batch.labels,
      noChance,
      learned,
    );
    expect(found).toMatchObject({ valid: 5, selected: 5, active: 5 });
    expect(found.learnedGradients[0]).toHaveLength(6);
    expect(found.learnedGradients[0]!.every((value) => value !== 0)).toBe(true);
  });

  test('costs something in a batch of one class too, which the other vectors repel', () => {
    const one = randomBatch(4, [3, 3, 3], 2);
    const loss = createBatchLoss({ ...config, labels: CLASSES });
    const found = loss(one.embeddings, one.labels, noChance, learned);
    expect(found.loss).toBeGreaterThan(0);
    expect(found.selected).toBe(3);
  });

  test('refuses a class that is not trained on, and a batch of views, with the reason', () => {
    const loss = createBatchLoss({ ...config, labels: CLASSES });
    expect(() => loss(batch.embeddings, [5, 3, 3, 5, 4], noChance, learned)).toThrow(
      'class 4 has no vector: the classes that are trained on are 3, 5, 8',
    );
    expect(() => loss(batch.embeddings, batch.labels, noChance)).toThrow('needs the class vectors');
    expect(entry.needsClasses).toContain('needs batches of classes, not of views');
  });

  test('takes no miner but the one that takes all', () => {
    for (const miner of miners.values())
      expect(entry.refuses(miner) === undefined).toBe(miner.takesAll === true);
  });

  test('rests in one direction: nothing pulls samples or vectors apart', () => {
    const values = new Float64Array(18).fill(0.3);
    const point = { values, rows: 9, dims: 2 };
    const loss = createBatchLoss({ ...config, labels: [0, 1, 2] });
    const found = loss(point, pkLabels(3, 3), noChance, [new Float64Array(6).fill(2)]);
    const { height } = entry.collapse(
      { scale: 16, cosineMargin: 0.35, angularMargin: 0.5 },
      {
        p: 3,
        k: 3,
        classCount: 3,
      },
    );
    expect(found.loss).toBeCloseTo(height, 6);
    const pushes = [...found.gradient, ...found.learnedGradients[0]!].map(Math.abs);
    expect(Math.max(...pushes)).toBeLessThan(1e-6);
  });

  test('reads in PyTorch with its class vectors, and with labels as their places', () => {
    const values = { scale: 12, cosineMargin: 0.2, angularMargin: 0.4 };
    const [distance, reducer] = [distances.get('squared')!, reducers.get('mean')!];
    const told = (labels: readonly number[]) =>
      entry.pytorch({ values, distance, reducer, dims: 32, labels });
    expect(told([0, 1]).module).toBe('loss_of_samples');
    expect(told([0, 1]).constants).toContain('12.0');
    expect(told([0, 1]).definition).toContain('num_classes=2,\n    embedding_size=32');
    expect(told([0, 1]).definition).toContain('loss_of_samples(embeddings, labels)');
    expect(told(CLASSES).definition).toContain('torch.searchsorted(torch.tensor(CLASSES');
  });
});
