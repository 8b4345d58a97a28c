import { expect, test } from 'vitest';
import { labelledCloud } from './labelledCloud.ts';

const options = { labels: [2, 4, 7], perClass: 8, apart: 0.5, radius: 1, seed: 1 };

test('one seed gives one cloud, another seed another', () => {
  expect(labelledCloud(options)).toEqual(labelledCloud(options));
  expect(labelledCloud({ ...options, seed: 2 })).not.toEqual(labelledCloud(options));
});

test('every class has its number of points, with their mean at its own middle', () => {
  const cloud = labelledCloud(options);
  options.labels.forEach((label, k) => {
    const own = cloud.filter((point) => point.label === label);
    expect(own).toHaveLength(8);
    const angle = Math.PI / 2 + (2 * Math.PI * k) / 3;
    expect(own.reduce((sum, { x }) => sum + x, 0) / 8).toBeCloseTo(0.5 * Math.cos(angle), 3);
    expect(own.reduce((sum, { y }) => sum + y, 0) / 8).toBeCloseTo(0.5 * Math.sin(angle), 3);
  });
});

test('no point hides another', () => {
  const cloud = labelledCloud(options);
  for (const [i, a] of cloud.entries())
    for (const b of cloud.slice(i + 1))
      expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(0.02);
});
