import { expect, test } from 'vitest';
import { createMotion } from './motion.ts';

const labels = Uint8Array.of(0);
const at = (x: number, still = false) => ({
  points: Float32Array.of(x, 0),
  labels,
  smallestHalf: 1,
  still,
});

test('points move from one snapshot to the next in the time that it took to come', () => {
  const motion = createMotion();
  motion.arrive(at(0), 0);
  motion.arrive(at(10), 100);
  expect(motion.at(150)?.points[0]).toBeCloseTo(5);
  expect(motion.isMoving(150)).toBe(true);
  expect(motion.at(200)?.points[0]).toBe(10);
  expect(motion.isMoving(200)).toBe(false);
});

test('with reduced motion they are where they belong at once', () => {
  const motion = createMotion();
  motion.arrive(at(0), 0);
  motion.arrive(at(10, true), 100);
  expect(motion.at(100)?.points[0]).toBe(10);
});

test('before the first snapshot there is nothing to draw', () => {
  expect(createMotion().at(0)).toBeUndefined();
});
