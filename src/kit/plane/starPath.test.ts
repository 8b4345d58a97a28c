import { expect, test } from 'vitest';
import { starPath } from './starPath.ts';

test('a star has five points about its place, one of them straight up', () => {
  const corners = starPath({ x: 100, y: 50 }, { outer: 10, inner: 4.4 })
    .slice(1, -1)
    .split('L')
    .map((corner) => corner.split(',').map(Number));
  expect(corners).toHaveLength(10);
  expect(corners[0]).toEqual([100, 40]);
  const reach = corners.map(([x = 0, y = 0]) => Math.hypot(x - 100, y - 50));
  for (const [corner, radius] of reach.entries())
    expect(radius).toBeCloseTo(corner % 2 === 0 ? 10 : 4.4, 1);
});
