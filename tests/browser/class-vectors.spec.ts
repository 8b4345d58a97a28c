import { expect, type Locator, test } from '@playwright/test';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { initialState } from '#kit/figure/urlState.ts';
import { definition, descent, plane } from '#islands/ClassVectors/definition.ts';
import { type ClassState, classQuantities } from '#islands/ClassVectors/measure.ts';
import { between } from '#islands/ClassVectors/circle.ts';
import {
  button,
  drag,
  expectSlots,
  numberOf,
  openFigure,
  pointMark,
  pointOf,
} from './figureDriver.ts';

const NAME = 'ClassVectors';
const start = initialState<ClassState>(definition.settings);
const angleOf = async (figure: Locator, name: string) => {
  const { x, y } = await pointOf(figure, name);
  return Math.atan2(y, x);
};

test('a dragged sample stays on the circle, and the formula tells of it', async ({ page }) => {
  const figure = await openFigure(page, NAME);
  await drag(page, figure, plane, 'x1', { x: 0, y: -1.1 });
  const angle = await angleOf(figure, 'x1');
  expect(between(angle, -Math.PI / 2)).toBeLessThan(0.1);
  const found = classQuantities({
    ...start,
    samples: start.samples.with(0, angle),
    chosen: 0,
  });
  await expectSlots(figure, { loss: formatNumber(found.loss), theta: formatNumber(found.theta) });
  expect(await numberOf(figure, 'loss')).toBeCloseTo(found.loss, 6);
  expect(await numberOf(figure, 'share-2')).toBeCloseTo(found.shares[0]!, 6);
});

test('a class vector is moved by the keyboard, and put back', async ({ page }) => {
  const figure = await openFigure(page, NAME);
  await pointMark(figure, 'w4').focus();
  const before = await angleOf(figure, 'w4');
  await page.keyboard.press('ArrowUp');
  expect(between(await angleOf(figure, 'w4'), before)).toBeGreaterThan(0.02);
  await page.keyboard.press('Escape');
  expect(between(await angleOf(figure, 'w4'), before)).toBeLessThan(1e-6);
});

test('with a margin a run goes on until the wedge is clear', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const figure = await openFigure(page, NAME);
  await button(figure, 'Run').click();
  await expect.poll(() => numberOf(figure, 'gap')).toBeGreaterThan(0);
  const without = await numberOf(figure, 'gap');
  await figure.getByRole('radio', { name: 'ArcFace' }).check({ force: true });
  await expect(figure.locator('[data-when="arcface"]')).toBeVisible();
  await button(figure, 'Run').click();
  await expect.poll(() => numberOf(figure, 'gap')).toBeGreaterThan(without + 0.1);
  await expect(figure.locator('.figure-verdict')).toContainText('9 of them clear of the wedge');
});

test('one step moves samples and class vectors as the definition says', async ({ page }) => {
  const figure = await openFigure(page, NAME);
  const next = descent.step(start, classQuantities(start), descent.stepSize);
  await button(figure, 'One step').click();
  expect(await angleOf(figure, 'x9')).toBeCloseTo(next.samples[8]!, 6);
  expect(await angleOf(figure, 'w7')).toBeCloseTo(next.vectors[2]!, 6);
});

test('an angle beyond π is told of, with the formula that holds there', async ({ page }) => {
  const samples = start.samples.with(2, -1.4);
  const query = `?ClassVectors.kind=arcface&ClassVectors.samples=${samples.join('_')}`;
  const figure = await openFigure(page, NAME, query);
  await expect(figure.locator('[data-when="beyond"]')).toBeVisible();
  await expect(figure.locator('.figure-verdict')).toContainText('θ + m is more than π');
});
