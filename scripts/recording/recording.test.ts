import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concaveEnvelope } from './envelope.ts';
import { movement, selectKeyframes } from './selectKeyframes.ts';

describe('the camera', () => {
  test('lies on or above every value, touches both ends and never bends upwards', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: 1, maxLength: 40 }),
        (values) => {
          const curve = concaveEnvelope(values);
          const last = values.length - 1;
          expect(curve[0]).toBe(values[0]);
          expect(curve[last]).toBeCloseTo(values[last]!, 9);
          curve.forEach((y, index) => {
            expect(y).toBeGreaterThanOrEqual(values[index]! - 1e-9);
            if (index > 0 && index < last) {
              expect(2 * y).toBeGreaterThanOrEqual(curve[index - 1]! + curve[index + 1]! - 1e-9);
            }
          });
        },
      ),
    );
  });
});

describe('keyframes', () => {
  const walk = (steps: readonly number[]) => {
    let x = 0;
    return [0, ...steps].map((step) => {
      x += step;
      return Float32Array.of(x, 0);
    });
  };

  test('movement is the root mean square distance', () => {
    expect(movement(Float32Array.of(0, 0, 1, 1), Float32Array.of(3, 4, 1, 1))).toBeCloseTo(
      Math.sqrt(12.5),
    );
  });

  test('are as many as asked for at most, in order, with both ends', () => {
    const frames = walk(Array.from({ length: 200 }, (_, index) => 1 / (1 + index)));
    const kept = selectKeyframes(frames, 20);
    expect(kept.length).toBeLessThanOrEqual(20);
    expect(kept.length).toBeGreaterThan(12);
    expect([kept[0], kept.at(-1)]).toEqual([0, 200]);
    expect(kept).toEqual(kept.toSorted((a, b) => a - b));
  });

  test('stand close where much happens and far apart where little does', () => {
    const frames = walk([...Array(10).fill(1), ...Array(90).fill(0.1)]);
    const kept = selectKeyframes(frames, 20);
    expect(kept.filter((index) => index <= 10).length).toBeGreaterThan(kept.length / 3);
  });

  test('are all the frames when there is room for all', () => {
    expect(selectKeyframes(walk([1, 1, 1]), 10)).toEqual([0, 1, 2, 3]);
  });
});
