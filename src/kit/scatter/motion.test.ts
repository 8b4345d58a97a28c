import { expect, test } from 'vitest';
import { type Cloud, createMotion } from './motion.ts';

const at = (x: number, ...rest: number[]): Cloud => ({
  points: Float32Array.of(x, 0, ...rest),
  dims: 2,
  labels: [0, 0],
  classes: 1,
  isUnit: false,
});
const moving = { smallestHalf: 1, still: false };

test('points move from one snapshot to the next in the time that it took to come', () => {
  const motion = createMotion();
  motion.arrive(at(0), moving, 0);
  motion.arrive(at(10), moving, 100);
  expect(motion.at(150)?.points[0]).toBeCloseTo(5);
  expect(motion.isMoving(150)).toBe(true);
  expect(motion.at(200)?.points[0]).toBe(10);
  expect(motion.isMoving(200)).toBe(false);
});

test('with reduced motion they are where they belong at once', () => {
  const motion = createMotion();
  motion.arrive(at(0), moving, 0);
  motion.arrive(at(10), { ...moving, still: true }, 100);
  expect(motion.at(100)?.points[0]).toBe(10);
});

test('before the first snapshot there is nothing to draw', () => {
  expect(createMotion().at(0)).toBeUndefined();
});

test('a trail remembers where the points were, fades, and ends with another set of points', () => {
  const motion = createMotion();
  motion.arrive(at(0), moving, 0);
  motion.arrive(at(10), moving, 100);
  motion.arrive(at(20), moving, 200);
  expect(motion.trail(200).past.map(([x]) => x)).toEqual([0, 10]);
  expect(motion.trail(900).strength).toBeLessThan(motion.trail(300).strength);
  expect(motion.trail(5000).strength).toBe(0);
  motion.arrive(at(0, 1, 1), moving, 300);
  expect(motion.trail(300)).toEqual({ past: [], strength: 0 });
  expect(motion.at(310)?.points.length).toBe(4);
});

test('points of length 1 are seen with their whole circle', () => {
  const motion = createMotion();
  motion.arrive({ ...at(1), isUnit: true }, moving, 0);
  expect(motion.at(0)?.view).toMatchObject({ x: 0, y: 0 });
  expect(motion.at(0)!.view.half).toBeGreaterThan(1);
});
