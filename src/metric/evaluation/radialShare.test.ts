import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBatchLoss } from '../batchLoss.ts';
import { createRandom } from '../random.ts';
import { orderRatio } from './orderRatio.ts';
import { radialShare } from './radialShare.ts';

const rows = 8;
const dims = 3;
const labels = [0, 0, 0, 1, 1, 1, 2, 2];
const coordinates = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
  minLength: rows * dims,
  maxLength: rows * dims,
});
const cloud = (values: readonly number[], scale = 1, shift = 0) => ({
  values: Float64Array.from(values, (value) => scale * value + shift),
  rows,
  dims,
});
const hardest = (distance: 'plain' | 'squared', margin: number) =>
  createBatchLoss({
    loss: 'triplet',
    miner: 'batch-hard',
    reducer: 'mean',
    normalise: false,
    distance,
    margin,
  });

describe('the share of the force that shrinks', () => {
  test('is 1 where the gradient points outwards, -1 where it points inwards, 0 across', () => {
    const square = { values: Float64Array.of(1, 0, -1, 0, 0, 1, 0, -1), rows: 4, dims: 2 };
    const across = Float64Array.of(0, 1, 0, -1, -1, 0, 1, 0);
    expect(radialShare(square, square.values)).toBeCloseTo(1);
    expect(
      radialShare(
        square,
        square.values.map((value) => -3 * value),
      ),
    ).toBeCloseTo(-1);
    expect(radialShare(square, across)).toBeCloseTo(0);
  });

  test('is measured from the centroid: where the cloud lies does not count, nor how large it is', () => {
    fc.assert(
      fc.property(coordinates, coordinates, (values, gradient) => {
        const share = radialShare(cloud(values), gradient);
        expect(Math.abs(share)).toBeLessThanOrEqual(1 + 1e-12);
        if (share === 0) return;
        expect(radialShare(cloud(values, 1e-6), gradient)).toBeCloseTo(share, 8);
      }),
    );
    expect(radialShare(cloud([...Array(24).keys()], 1, 7), [...Array(24).keys()])).toBeCloseTo(
      radialShare(cloud([...Array(24).keys()]), [...Array(24).keys()]),
    );
  });

  test('is the slope of the loss along pure scaling, by finite differences', () => {
    const random = createRandom(5);
    const values = Array.from({ length: rows * dims }, () => random() - 0.5);
    for (const distance of ['plain', 'squared'] as const) {
      const at = (scale: number) => hardest(distance, 0.3)(cloud(values, scale), labels, random);
      const { gradient } = at(1);
      const slope = (at(1 + 1e-6).loss - at(1 - 1e-6).loss) / 2e-6;
      const centred = radialShare(cloud(values), gradient);
      const length = Math.hypot(...gradient);
      const mean = [0, 1, 2].map((d) =>
        values.reduce((sum, v, i) => (i % 3 === d ? sum + v / rows : sum), 0),
      );
      const radius = Math.hypot(...values.map((value, i) => value - mean[i % 3]!));
      // Forces between points sum to zero, so the slope about the centroid is that about the origin.
      expect(centred * length * radius).toBeCloseTo(slope, 5);
    }
  });

  test('with plain distances has the sign of 1 - d_an/d_ap where every hardest triplet has a loss', () => {
    fc.assert(
      fc.property(coordinates, (values) => {
        const small = cloud(values, 1e-3);
        const { gradient, active, selected } = hardest('plain', 1)(small, labels, () => 0);
        const ratio = orderRatio(small, labels);
        fc.pre(active === selected && Math.abs(ratio - 1) > 1e-6 && Math.hypot(...gradient) > 0);
        expect(Math.sign(radialShare(small, gradient))).toBe(Math.sign(1 - ratio));
      }),
    );
  });

  test('is 0 without a gradient and in a single point', () => {
    expect(radialShare(cloud(Array(24).fill(1)), Array(24).fill(1))).toBe(0);
    expect(radialShare(cloud([...Array(24).keys()]), Array(24).fill(0))).toBe(0);
  });

  test('refuses a gradient of another size', () => {
    expect(() => radialShare(cloud(Array(24).fill(0)), [1])).toThrow(
      '24 embedding values need as many gradient values, not 1',
    );
  });
});
