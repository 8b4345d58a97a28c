/** What holds of every loss with a temperature or a scale, whichever the registry has. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  finiteDifferences,
  type LabelledBatch,
  largestDifference,
  randomBatch,
  withValues,
} from '#support/batches.ts';
import { type BatchLossConfig, createBatchLoss } from '../batchLoss.ts';
import type { NumberParameter } from '../parameter.ts';
import { createRandom } from '../random.ts';
import { type LossName, losses } from './registry.ts';

const DIMS = 3;
const SEED = 7;

/** The numbers of a loss that say how sharp it is. */
const sharpnessOf = (name: LossName): [string, NumberParameter][] =>
  Object.entries(losses.get(name)!.parameters).filter(
    (entry): entry is [string, NumberParameter] =>
      entry[1].kind === 'number' && /temperature|scale/i.test(entry[0]),
  );

const family = [...losses.keys()].filter((name) => sharpnessOf(name).length > 0);

/** Two views of each sample, and classes of three of which one has a single row. */
const LABELS = [
  [0, 1, 2, 3, 0, 1, 2, 3],
  [0, 0, 1, 2, 1, 0, 1],
];
const batches = fc
  .tuple(fc.constantFrom(...LABELS), fc.integer({ min: 1, max: 1000 }))
  .map(([labels, seed]) => randomBatch(seed, labels, DIMS));

/** Temperatures from 0.01 to 10 and scales from 0.1 to 100, as far as the parameter goes. */
const valuesOf = (name: LossName): fc.Arbitrary<Record<string, number>> =>
  fc.double({ min: -1, max: 1, noNaN: true }).map((at) =>
    Object.fromEntries(
      sharpnessOf(name).map(([key, { range }]) => {
        const wanted = /temperature/i.test(key) ? 10 ** (1.5 * at - 0.5) : 10 ** (1.5 * at + 0.5);
        return [key, Math.min(range.max, Math.max(range.min, wanted))];
      }),
    ),
  );

interface Learned {
  readonly values: Float64Array;
  readonly shape: readonly number[];
}

function learnedBy(name: LossName): Learned[] {
  const labels = [0, 1, 2, 3];
  const arrays = losses.get(name)!.learns?.({ labels, dims: DIMS }, createRandom(SEED)) ?? [];
  return arrays.map(({ values, shape }) => ({ values: Float64Array.from(values), shape }));
}

const learned = new Map(family.map((name) => [name, learnedBy(name)]));

function measure(
  name: LossName,
  own: Record<string, number>,
  { embeddings, labels }: LabelledBatch,
  arrays: readonly Learned[] = learned.get(name)!,
) {
  const config = {
    ...{ ...losses.get(name)!.usual, loss: name, normalise: true },
    ...{ reducer: 'mean', labels: [0, 1, 2, 3], ...own },
  } as BatchLossConfig;
  return createBatchLoss(config)(
    embeddings,
    labels,
    createRandom(SEED),
    arrays.map(({ values }) => values),
  );
}

/** Turns rows of three in two of their planes. */
const turned = (values: Float64Array | Float32Array, by: number): Float64Array => {
  const out = Float64Array.from(values);
  const [cos, sin] = [Math.cos(by), Math.sin(by)];
  for (const [p, q] of [
    [0, 1],
    [1, 2],
  ] as const)
    for (let at = 0; at < out.length; at += DIMS) {
      const [x, y] = [out[at + p]!, out[at + q]!];
      out[at + p] = cos * x - sin * y;
      out[at + q] = sin * x + cos * y;
    }
  return out;
};

/** The rows in another order, in which those of one class come as before. */
function shuffled({ labels }: LabelledBatch, by: number): number[] {
  const random = createRandom(by);
  const keys = labels.map(() => random());
  const order = [...labels.keys()].toSorted((i, j) => keys[i]! - keys[j]!);
  const queues = new Map<number, number[]>();
  for (const [row, label] of labels.entries())
    queues.set(label, [...(queues.get(label) ?? []), row]);
  return order.map((row) => queues.get(labels[row]!)!.shift()!);
}

const rowOf = (values: ArrayLike<number>, row: number) =>
  Array.from({ length: DIMS }, (_, d) => values[row * DIMS + d]!);

/** How close two losses of about this size have to be. */
const within = (size: number) => 1e-9 * (1 + Math.abs(size));

describe.each(family)('the %s loss at any temperature', (name) => {
  const cases = fc.record({ batch: batches, own: valuesOf(name) });

  test('does not mind a rotation, and its gradient turns along', () => {
    fc.assert(
      fc.property(cases, fc.double({ min: 0, max: 6, noNaN: true }), ({ batch, own }, by) => {
        const still = measure(name, own, batch);
        const arrays = learned.get(name)!.map((array) => ({
          ...array,
          values: array.shape.at(-1) === DIMS ? turned(array.values, by) : array.values,
        }));
        const moved = withValues(batch, turned(batch.embeddings.values, by));
        const found = measure(name, own, moved, arrays);
        expect(Math.abs(found.loss - still.loss)).toBeLessThan(within(still.loss));
        const scale = Math.max(1, ...still.gradient.map(Math.abs));
        const apart = largestDifference(found.gradient, turned(still.gradient, by));
        expect(apart / scale).toBeLessThan(1e-8);
      }),
      { numRuns: 30 },
    );
  });

  test('does not mind the order of the rows, those of one class among themselves apart', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 1000 }), ({ batch, own }, by) => {
        const order = shuffled(batch, by);
        const { embeddings, labels } = batch;
        const values = Float64Array.from(order.flatMap((row) => rowOf(embeddings.values, row)));
        const still = measure(name, own, batch);
        const found = measure(name, own, {
          embeddings: { ...embeddings, values },
          labels: order.map((row) => labels[row]!),
        });
        expect(Math.abs(found.loss - still.loss)).toBeLessThan(within(still.loss));
        const scale = Math.max(1, ...still.gradient.map(Math.abs));
        const expected = order.flatMap((row) => rowOf(still.gradient, row));
        expect(largestDifference(found.gradient, expected) / scale).toBeLessThan(1e-8);
      }),
      { numRuns: 30 },
    );
  });

  test('has the gradient of finite differences', () => {
    fc.assert(
      fc.property(cases, ({ batch, own }) => {
        const { loss, gradient } = measure(name, own, batch);
        const numeric = finiteDifferences(
          Float64Array.from(batch.embeddings.values),
          (values) => measure(name, own, withValues(batch, values)).loss,
        );
        const scale = 1 + Math.abs(loss) + Math.max(...gradient.map(Math.abs));
        expect(largestDifference(gradient, numeric) / scale).toBeLessThan(1e-5);
      }),
      // The same cases each time: a miner's choice may jump within the step of a difference.
      { numRuns: 15, seed: SEED },
    );
  });

  test('is finite from 1e-6 to 1e4, and the same on the sphere', () => {
    fc.assert(
      fc.property(cases, fc.double({ min: -6, max: 4, noNaN: true }), ({ batch, own }, power) => {
        const values = Float64Array.from(batch.embeddings.values, (value) => value * 10 ** power);
        const still = measure(name, own, batch);
        const { loss, gradient, learnedGradients } = measure(name, own, withValues(batch, values));
        expect(Math.abs(loss - still.loss)).toBeLessThan(1e-6 * (1 + Math.abs(still.loss)));
        for (const each of [gradient, ...learnedGradients])
          expect(each.every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});
