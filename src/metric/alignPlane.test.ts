import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignPlane } from './alignPlane.ts';

const coordinates = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 4, maxLength: 12 });
const pairs = coordinates.map((values) => Float32Array.from(values.slice(values.length % 2)));
const sumOfSquares = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((sum, value, i) => sum + (value - b[i]!) ** 2, 0);

function turned(points: Float32Array, angle: number, mirror: 1 | -1): Float32Array {
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  return points.map((value, i) =>
    i % 2 === 0
      ? cosine * value - sine * mirror * points[i + 1]!
      : sine * points[i - 1]! + cosine * mirror * value,
  );
}

const angles = fc.double({ min: -4, max: 4, noNaN: true });
const mirrors = fc.constantFrom<1 | -1>(1, -1);

describe('points of the plane that are aligned to others', () => {
  test('come back from any turn, mirrored or not', () => {
    fc.assert(
      fc.property(pairs, angles, mirrors, (points, angle, mirror) => {
        const back = alignPlane(turned(points, angle, mirror), points);
        for (const [i, value] of points.entries()) expect(back[i]).toBeCloseTo(value, 3);
      }),
    );
  });

  test('lie no farther from them than under any other turn', () => {
    fc.assert(
      fc.property(pairs, angles, mirrors, (points, angle, mirror) => {
        const like = points.map((value, i) => Math.round(value * 3 + i) % 11);
        const best = sumOfSquares(alignPlane(points, like), like);
        expect(best).toBeLessThanOrEqual(sumOfSquares(turned(points, angle, mirror), like) + 1e-2);
      }),
    );
  });

  test('stay as they are where no turn fits better, and must be as many', () => {
    expect([...alignPlane(Float32Array.of(1, 2), [0, 0])]).toEqual([1, 2]);
    expect(() => alignPlane(Float32Array.of(1, 2), [0, 0, 1, 1])).toThrow('2 and 4');
  });
});
