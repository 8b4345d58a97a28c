/** Numbers inside the formulas that the reader sets where they stand. */
import { expect, test } from '@playwright/test';
import { contrastivePair } from '#metric/contrastivePair.ts';
import { tripletLoss } from '#metric/tripletLoss.ts';
import { expectSlots, layoutOf, numberOf, openFigure, pointOf } from './figureDriver.ts';

const toVector = ({ x, y }: { x: number; y: number }) => [x, y];

test('the margin of the pair is dragged, stepped and typed inside the formula', async ({
  page,
}) => {
  const figure = await openFigure(page, 'PairForces');
  const margin = figure.getByRole('spinbutton', { name: 'margin' });
  await expect(margin).toHaveAttribute('aria-valuenow', '1');
  const before = await layoutOf(figure);

  await margin.hover();
  const box = await margin.boundingBox();
  if (!box) throw new Error('the margin is not on the screen');
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 40, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  expect(await numberOf(figure, 'margin')).toBeCloseTo(1.4, 10);

  await margin.press('ArrowDown');
  expect(await numberOf(figure, 'margin')).toBeCloseTo(1.35, 10);
  await margin.press('Shift+ArrowUp');
  expect(await numberOf(figure, 'margin')).toBeCloseTo(1.36, 10);
  await margin.pressSequentially('0.875');
  expect(await numberOf(figure, 'margin')).toBe(0.875);
  await expectSlots(figure, { margin: '0.88' });

  const { loss } = contrastivePair(
    toVector(await pointOf(figure, 'i')),
    toVector(await pointOf(figure, 'j')),
    0,
    0.875,
  );
  expect(await numberOf(figure, 'loss')).toBeCloseTo(loss, 12);
  expect(await layoutOf(figure)).toEqual(before);
});

test('Home and End go to the ends of a number’s range, and the page stays where it is', async ({
  page,
}) => {
  const figure = await openFigure(page, 'PairForces');
  const margin = figure.getByRole('spinbutton', { name: 'margin' });
  await margin.focus();
  const before = await page.evaluate(() => scrollY);
  await margin.press('End');
  expect(await numberOf(figure, 'margin')).toBe(2);
  await margin.press('Home');
  expect(await numberOf(figure, 'margin')).toBe(0);
  await margin.press('Space');
  expect(await page.evaluate(() => scrollY)).toBe(before);
});

test('a typed number that cannot be leaves the figure as it was and says what would be right', async ({
  page,
}) => {
  const figure = await openFigure(page, 'PairForces');
  const margin = figure.getByRole('spinbutton', { name: 'margin' });
  await margin.focus();
  await margin.press('7');
  await expect(margin).toHaveAttribute('aria-invalid', 'true');
  await expect(figure.getByText('The margin is a number from 0 to 2, not “7”.')).toBeVisible();
  expect(await numberOf(figure, 'margin')).toBe(1);
  await margin.press('Backspace');
  await margin.press('Escape');
  await expect(margin).not.toHaveAttribute('aria-invalid');
  await expect(figure.getByText('The margin is a number')).toHaveCount(0);
});

test('y flips inside the formula, and the other term of the loss takes over', async ({ page }) => {
  const figure = await openFigure(page, 'PairForces');
  await figure.getByRole('spinbutton', { name: 'indicator y' }).press('1');
  await expect(figure.getByRole('radio', { name: 'similar, y = 1', exact: true })).toBeChecked();
  expect(await numberOf(figure, 'loss')).toBeCloseTo((await numberOf(figure, 'dIJ')) ** 2, 12);
});

test('y is changed to the other by a press, Enter or Space, and not by a drag back to where it was', async ({
  page,
}) => {
  const figure = await openFigure(page, 'PairForces');
  const y = figure.getByRole('spinbutton', { name: 'indicator y' });
  const value = () => y.getAttribute('aria-valuenow');
  expect(await value()).toBe('0');
  await y.click();
  expect(await value()).toBe('1');
  await y.press('Enter');
  expect(await value()).toBe('0');
  await y.press('Space');
  expect(await value()).toBe('1');

  const box = (await y.boundingBox())!;
  const [x, middle] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, middle);
  await page.mouse.down();
  await page.mouse.move(x - 30, middle, { steps: 3 });
  expect(await value()).toBe('0');
  await page.mouse.move(x, middle, { steps: 3 });
  await page.mouse.up();
  expect(await value()).toBe('1');
});

test('a distance set in the formula moves its point along the ray', async ({ page }) => {
  const figure = await openFigure(page, 'TripletForces');
  const before = await pointOf(figure, 'negative');
  const anchor = await pointOf(figure, 'anchor');
  const distance = figure.getByRole('spinbutton', { name: 'distance from anchor to negative' });
  await distance.first().pressSequentially('0.25');
  expect(await numberOf(figure, 'dAN')).toBeCloseTo(0.25, 12);
  const after = await pointOf(figure, 'negative');
  const angle = ({ x, y }: { x: number; y: number }) => Math.atan2(y - anchor.y, x - anchor.x);
  expect(angle(after)).toBeCloseTo(angle(before), 9);
  const { loss } = tripletLoss(
    toVector(anchor),
    toVector(await pointOf(figure, 'positive')),
    toVector(after),
    { margin: 0.5, squared: true },
  );
  expect(await numberOf(figure, 'loss')).toBeCloseTo(loss, 12);
});

test('each of the two formulas for squared and plain distances has its own margin to set', async ({
  page,
}) => {
  const figure = await openFigure(page, 'TripletForces');
  await figure.getByRole('checkbox', { name: 'squared distances' }).uncheck();
  const margin = figure.getByRole('spinbutton', { name: 'margin' });
  await expect(margin).toHaveCount(1);
  await margin.press('ArrowUp');
  expect(await numberOf(figure, 'margin')).toBeCloseTo(0.55, 12);
});

test('the margin of the sorted triplets is set in their inequalities', async ({ page }) => {
  const figure = await openFigure(page, 'TripletSorter');
  await figure.getByRole('spinbutton', { name: 'margin' }).first().press('ArrowDown');
  expect(await numberOf(figure, 'margin')).toBeCloseTo(0.45, 12);
});

test('a term of the crowd is switched off inside the formula, and its margin set', async ({
  page,
}) => {
  const figure = await openFigure(page, 'PairCrowd', '?PairCrowd.margin=0.9');
  await figure.getByRole('spinbutton', { name: 'use of the push' }).press('0');
  await expect(figure.getByRole('radio', { name: 'pull only' })).toBeChecked();
  expect(await numberOf(figure, 'push')).toBe(0);
  await figure.getByRole('spinbutton', { name: 'use of the push' }).press('1');
  await figure.getByRole('spinbutton', { name: 'margin' }).pressSequentially('1.2');
  expect(await numberOf(figure, 'margin')).toBe(1.2);
  expect(await numberOf(figure, 'push')).toBeGreaterThan(0);
});

test('one margin of the duel sets both of its losses', async ({ page }) => {
  const figure = await openFigure(page, 'CollapseDuel', '?CollapseDuel.step=0');
  const losses = () =>
    figure
      .locator('.formula .katex-html [data-slot^="loss"]')
      .evaluateAll((slots) => slots.map((slot) => slot.textContent));
  const before = await losses();
  await figure.getByRole('spinbutton', { name: 'margin' }).first().press('ArrowUp');
  expect(await numberOf(figure, 'margin')).toBeCloseTo(0.55, 12);
  const after = await losses();
  expect(after).toHaveLength(2);
  after.forEach((loss, side) => {
    expect(loss).not.toBe(before[side]);
  });
});

test('classes, samples and margin of the batch are set in the formula', async ({ page }) => {
  const figure = await openFigure(page, 'BatchMiner');
  await figure.getByRole('spinbutton', { name: 'number of classes P' }).press('ArrowDown');
  await figure.getByRole('spinbutton', { name: 'number of samples K' }).press('3');
  expect(await numberOf(figure, 'valid')).toBe(3 * 3 * 2 * (3 * 3 - 3));
  await figure.getByRole('spinbutton', { name: 'margin' }).pressSequentially('0.3');
  await figure.getByRole('spinbutton', { name: 'margin' }).press('PageUp');
  expect(await numberOf(figure, 'margin')).toBeCloseTo(0.8, 12);
});
