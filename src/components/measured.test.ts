import { expect, test } from 'vitest';
import faces from '../../bench/faces.json';
import kernels from '../../bench/kernels.json';
import mining from '../../bench/mining.json';
import phone from '../../bench/phone.json';
import training from '../../bench/training.json';
import { faceStrategiesOf } from './faceStrategies.ts';
import { medianOf, rowsOf } from './measured.ts';
import { runSpeedsOf } from './runSpeeds.ts';
import { stepTimesOf } from './stepTimes.ts';

test('everything that the page tells of speed and strategies is in the committed benchmark', () => {
  for (const { rows } of stepTimesOf(kernels))
    expect(rows.filter(({ isOurs }) => isOurs)).toHaveLength(1);
  expect(JSON.stringify(runSpeedsOf(training, mining, phone))).not.toMatch(/NaN|undefined/);
  expect(faceStrategiesOf(faces).map(({ what }) => what)).toContain('triplet loss, semi-hard');
});

test('what was not measured is named, and so is what was', () => {
  const unreached = { id: 'ours', what: 'ours', unit: 's', median: null, least: null, most: null };
  const report = { groups: [{ id: 'a-step', title: 'a step', rows: [unreached] }] };
  expect(() => medianOf(report, 'a-step', 'ours')).toThrow('"a-step" has no measurement of "ours"');
  expect(() => medianOf(report, 'a-step', 'stock')).toThrow('no row "stock", only ours');
  expect(() => rowsOf(report, 'two-steps')).toThrow(
    'no group "two-steps" was measured, only a-step',
  );
});

test('a goal that no run reached is said to lie beyond the patience of the benchmark', () => {
  const groups = training.groups.map((group) => ({
    ...group,
    rows: group.rows.map((row) => ({
      ...row,
      median: group.id === 'time-to-knn-0.94' && row.id === 'stock' ? null : row.median,
    })),
  }));
  const { better } = runSpeedsOf({ groups }, mining, phone);
  expect(better.stock).toBe('more than 300');
  expect(better.ours).toMatch(/^[\d.]+$/);
});
