import { expect, type Locator, type Page, test } from '@playwright/test';
import { tripletLoss } from '#metric/tripletLoss.ts';
import { numberOf, openFigure, pointMark, pointOf, savedFromMenu, wordOf } from './figureDriver.ts';

const NEGATIVES = ['n1', 'n2', 'n3', 'n4', 'n5', 'n6', 'n7'];

const open = (page: Page, query = '') => openFigure(page, 'TripletSorter', query);

async function place(figure: Locator, name: string): Promise<[number, number]> {
  const { x, y } = await pointOf(figure, name);
  return [x, y];
}

/** What src/metric says of the figure's triplets, from where its points are. */
async function expected(figure: Locator) {
  const options = {
    margin: await numberOf(figure, 'margin'),
    squared: (await wordOf(figure, 'squared')) === 'true',
  };
  const positive = await place(figure, 'positive');
  const triplets = new Map<string, ReturnType<typeof tripletLoss>>();
  for (const name of NEGATIVES)
    triplets.set(name, tripletLoss([0, 0], positive, await place(figure, name), options));
  return triplets;
}

/** Line, plane, formula, counts and inspector all tell what src/metric says. */
async function expectAgreement(figure: Locator, inspected: string) {
  const triplets = await expected(figure);
  const losses = [...triplets.values()].map(({ loss }) => loss).filter((loss) => loss > 0);
  const { dAP, dAN, zone, loss, gradA, gradP, gradN } = triplets.get(inspected)!;
  expect(await numberOf(figure, 'dAP')).toBeCloseTo(dAP, 12);
  expect(await numberOf(figure, 'dAN')).toBeCloseTo(dAN, 12);
  expect(await numberOf(figure, 'loss')).toBeCloseTo(loss, 12);
  expect(await wordOf(figure, 'zone')).toBe(zone);
  for (const [name, counted] of [
    ['easy', 'easy'],
    ['semiHard', 'semi-hard'],
    ['hard', 'hard'],
  ] as const) {
    const count = [...triplets.values()].filter((triplet) => triplet.zone === counted).length;
    expect(await numberOf(figure, name)).toBe(count);
    const holds = counted === zone ? 'holds' : 'no';
    for (const slot of await figure.locator(`[data-slot="${name}"]`).allTextContents())
      expect(slot).toBe(holds);
  }
  const mean = losses.length === 0 ? 0 : losses.reduce((a, b) => a + b) / losses.length;
  expect(await numberOf(figure, 'meanLoss')).toBeCloseTo(mean, 12);
  expect(await numberOf(figure, 'activeShare')).toBeCloseTo(losses.length / 7, 12);
  for (const slot of await figure.locator('[data-slot="dAN"]').allTextContents())
    expect(slot).toBe(dAN.toFixed(2));
  for (const name of NEGATIVES) {
    const [x] = await place(figure, `${name}-on-line`);
    expect(x).toBeCloseTo(triplets.get(name)!.dAN, 12);
  }
  for (const [name, gradient] of Object.entries({
    anchor: gradA,
    positive: gradP,
    negative: gradN,
  })) {
    const arrow = figure.locator(`[data-force="${name}"]`);
    expect(Number(await arrow.getAttribute('data-x'))).toBeCloseTo(-gradient[0]!, 12);
    expect(Number(await arrow.getAttribute('data-y'))).toBeCloseTo(-gradient[1]!, 12);
  }
}

async function dragBy(page: Page, handle: Locator, dx: number, dy: number) {
  const box = await handle.locator('.point-dot').boundingBox();
  const x = box!.x + box!.width / 2;
  const y = box!.y + box!.height / 2;
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + dx / 2, y + dy / 2, { steps: 3 });
  await page.mouse.move(x + dx, y + dy, { steps: 3 });
  await page.mouse.up();
}

test('a negative dragged along the line changes zone, and moves along its ray', async ({
  page,
}) => {
  const figure = await open(page);
  const [x0, y0] = await place(figure, 'n5');
  await dragBy(page, pointMark(figure, 'n5-on-line'), -180, 0);
  const [x1, y1] = await place(figure, 'n5');
  expect(Math.hypot(x1, y1)).toBeLessThan(Math.hypot(x0, y0));
  expect(Math.atan2(y1, x1)).toBeCloseTo(Math.atan2(y0, x0), 9);
  expect(await wordOf(figure, 'zone')).toBe('hard');
  await expect(figure).toHaveAttribute('data-holds', 'hard');
  await expectAgreement(figure, 'n5');
});

test('a negative dragged in the plane moves on the line', async ({ page }) => {
  const figure = await open(page);
  await dragBy(page, pointMark(figure, 'n1'), -100, -60);
  expect(await wordOf(figure, 'zone')).not.toBe('hard');
  await expectAgreement(figure, 'n1');
});

test('moving the positive or the margin sorts all negatives anew', async ({ page }) => {
  const figure = await open(page);
  await dragBy(page, pointMark(figure, 'positive-on-line'), -60, 0);
  await expectAgreement(figure, 'n3');
  await dragBy(page, pointMark(figure, 'margin-on-line'), 80, 0);
  await expectAgreement(figure, 'n3');
  await figure.getByLabel('squared distances').uncheck();
  await expectAgreement(figure, 'n3');
});

test('borders are closed: d_ap + m is easy, d_ap is hard, by exact steps of the keyboard', async ({
  page,
}) => {
  const figure = await open(page);
  const n4 = pointMark(figure, 'n4-on-line');
  await n4.focus();
  const stepTo = async (key: string, distance: number) => {
    for (let k = 0; k < 200; k++) {
      const [x] = await place(figure, 'n4-on-line');
      if (Math.abs(x - distance) < 1e-9) return;
      await page.keyboard.press(key);
    }
    throw new Error(`never at ${distance}`);
  };
  await stepTo('Shift+ArrowRight', 1.13);
  expect(await wordOf(figure, 'zone')).toBe('semi-hard');
  await page.keyboard.press('Shift+ArrowRight');
  expect(await wordOf(figure, 'zone')).toBe('easy');
  expect(await numberOf(figure, 'loss')).toBe(0);
  await stepTo('Shift+ArrowLeft', 0.65);
  expect(await wordOf(figure, 'zone')).toBe('semi-hard');
  await page.keyboard.press('Shift+ArrowLeft');
  expect(await wordOf(figure, 'zone')).toBe('hard');
  expect(await numberOf(figure, 'loss')).toBeCloseTo(0.5, 9);
  await expectAgreement(figure, 'n4');
});

test('Escape puts a negative back to where it was picked up, Home to its default', async ({
  page,
}) => {
  const figure = await open(page);
  const n2 = pointMark(figure, 'n2-on-line');
  await n2.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  expect((await place(figure, 'n2-on-line'))[0]).toBeCloseTo(0.49, 9);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Home');
  expect((await place(figure, 'n2-on-line'))[0]).toBeCloseTo(0.49, 9);
});

test('a negative that takes the focus is the one inspected, and is spoken of', async ({ page }) => {
  const figure = await open(page);
  await pointMark(figure, 'n7').focus();
  await expect(figure.locator('.triplet-inspector caption')).toContainText('n7');
  expect(await wordOf(figure, 'zone')).toBe('easy');
  await expect(
    figure.getByText('Negative 7: easy, distance 2.05, loss 0.00. 2 hard, 2 semi-hard, 3 easy.'),
  ).toBeAttached();
  await expectAgreement(figure, 'n7');
});

test('the address restores the state exactly; what it cannot read falls back with a word', async ({
  page,
}) => {
  const query = '?TripletSorter.n2=0.123456789012345_-0.9&TripletSorter.inspected=n2';
  const figure = await open(page, `${query}&TripletSorter.n1=9_9`);
  expect(await place(figure, 'n2')).toEqual([0.123456789012345, -0.9]);
  expect(await place(figure, 'n1')).toEqual([-0.4, 0.3]);
  await expect(figure.locator('.problems')).toContainText('at most 1.6 from the anchor');
  await expectAgreement(figure, 'n2');
});

test('the triplets can be taken away as a table', async ({ page }) => {
  const figure = await open(page);
  const { name } = await savedFromMenu(page, figure, 'Save CSV');
  expect(name).toBe('TripletSorter.csv');
});

test('nothing shifts while a negative crosses the zones', async ({ page }) => {
  const figure = await open(page);
  const layout = () =>
    figure.evaluate((element) =>
      [...element.querySelectorAll('svg, table, .figure-controls, figcaption')].map((part) => {
        const { x, y, width, height } = part.getBoundingClientRect();
        return [x, y - element.getBoundingClientRect().y, width, height].map(Math.round);
      }),
    );
  const before = await layout();
  await dragBy(page, pointMark(figure, 'n6-on-line'), -120, 0);
  expect(await layout()).toEqual(before);
  await dragBy(page, pointMark(figure, 'n6-on-line'), -90, 0);
  expect(await layout()).toEqual(before);
});
