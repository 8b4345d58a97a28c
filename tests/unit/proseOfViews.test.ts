/** What the sections on views say of our measurements holds of the committed files, whatever the seed. */
import { expect, test } from 'vitest';
import views from '../../bench/views.json';
import { endsOf, withoutLabels } from '#components/viewsFindings.ts';
import references from '#islands/TwoViews/references.json';
import { STEPS } from '#islands/TwoViews/runs.ts';
import { proseOf } from '#support/chapterSources.ts';

const text = proseOf('beyond-pairs-and-triplets');
const pixels = references.pixels.few[10];
const untrained = references.untrained.few[10];
const withTen = (id: string) => endsOf(id).map(({ few }) => few[10]);

test('every run went on to the last step', () => {
  for (const { id } of views.runs) for (const { step } of endsOf(id)) expect(step).toBe(STEPS);
});

test('without distortion ten labels go less far than in raw pixels, and than before', () => {
  expect(Math.max(...withTen('none'))).toBeLessThan(pixels);
  expect(Math.max(...withTen('none'))).toBeLessThan(untrained);
});

test('turned by any angle they go hardly farther than before, and less far than in raw pixels', () => {
  expect(text).toContain('hardly above where it began');
  for (const share of withTen('any-angle')) {
    expect(share).toBeLessThan(pixels);
    expect(share - untrained).toBeGreaterThan(0);
    expect(share - untrained).toBeLessThan(0.05);
  }
});

test('batches of 16 images come nearly as far as those of 256', () => {
  expect(text).toContain('nearly as far');
  for (const share of withTen('small-batch')) {
    expect(share).toBeGreaterThan(pixels);
    expect(Math.abs(share - Number(withoutLabels.trained))).toBeLessThan(0.03);
  }
});

test('VICReg without its variance term falls to a fraction of the spread that it would have had', () => {
  for (const { std } of endsOf('no-variance')) expect(std).toBeLessThan(0.1);
});
