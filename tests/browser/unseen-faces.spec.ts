import { expect, type Locator, type Page, test } from '@playwright/test';
import { initialState } from '#kit/figure/urlState.ts';
import { AT_FIRST, falseAlarm, definition, THRESHOLD } from '#islands/UnseenFaces/definition.ts';
import { button, copyLink, numberOf, openFigure, quantity } from './figureDriver.ts';
import { PATIENCE } from './labDriver.ts';

const NAME = 'UnseenFaces';
const start = initialState(definition.settings);

const open = (page: Page, query = '') => openFigure(page, NAME, query);

/** Waits until the distance is another one than before. */
async function changed(figure: Locator, act: () => Promise<void>): Promise<number> {
  const before = await numberOf(figure, 'distance');
  await act();
  await expect
    .poll(async () => [before, 0].includes(await numberOf(figure, 'distance')), PATIENCE)
    .toBe(false);
  return numberOf(figure, 'distance');
}

test('what is known of the first state is what the network says of it', async ({ page }) => {
  const figure = await open(page);
  const first = Math.min(...AT_FIRST.distances);
  expect(await numberOf(figure, 'distance')).toBe(first);
  await changed(figure, () => figure.getByLabel('turn').fill('0.4'));
  await figure.getByLabel('turn').fill(String(start.turn));
  await expect
    .poll(async () => Math.abs((await numberOf(figure, 'distance')) - first))
    .toBeLessThan(1e-3);
});

test('a stranger is refused, the owner accepted, and line, words and read-out agree', async ({
  page,
}) => {
  const figure = await open(page);
  await expect(quantity(figure, 'decision')).toHaveText('accepted');
  const distance = await changed(figure, () => button(figure, 'Present somebody else').click());
  const accepted = distance <= THRESHOLD;
  await expect(quantity(figure, 'decision')).toHaveText(accepted ? 'accepted' : 'refused');
  await expect(figure.locator('.decision')).toContainText(
    `${accepted ? 'Accepted, wrongly' : 'Refused, rightly'}: it is somebody else. ${distance.toFixed(2)}`,
  );
  await expect(figure.locator('[data-point="distance"]')).toHaveAttribute('data-x', `${distance}`);
  await expect(figure.locator('[role="status"]').last()).toContainText(distance.toFixed(2));
  await changed(figure, () => button(figure, 'Present the same person').click());
  await expect(figure.locator('.decision')).toContainText('Accepted, rightly');
});

test('more pictures bring the nearest one nearer, never farther', async ({ page }) => {
  const figure = await open(page, `?${NAME}.enrolled=1&${NAME}.turn=0.4`);
  await expect(figure.locator('.enrolled-picture[data-there="true"]')).toHaveCount(1);
  let last = Infinity;
  for (let pictures = 1; pictures <= 5; pictures++) {
    await expect(figure.locator('.enrolled-picture .number').filter({ hasText: /\d/ })).toHaveCount(
      pictures,
      PATIENCE,
    );
    const distance = await numberOf(figure, 'distance');
    expect(distance).toBeLessThanOrEqual(last + 1e-6);
    last = distance;
    if (pictures < 5) await button(figure, 'more pictures enrolled').click();
  }
});

test('the gallery: formula, chart and dial agree, and strangers are counted', async ({ page }) => {
  const figure = await open(page);
  const dial = figure.locator('.formula [data-dial][role="spinbutton"]');
  await dial.focus();
  await page.keyboard.type('20');
  await expect(quantity(figure, 'gallery')).toHaveAttribute('data-value', '20');
  await expect(figure.locator('.formula [data-slot="fpir"]').first()).toHaveText(
    `${(100 * falseAlarm(20)).toFixed(0)}\u00a0%`,
  );
  await figure.getByRole('button', { name: /Measure with/ }).click();
  await expect(figure.locator('.gallery-search')).toContainText('measured: dashes', PATIENCE);
  const measured = await numberOf(figure, 'measuredFalseAlarm');
  expect(Math.abs(measured - falseAlarm(20))).toBeLessThan(0.2);
});

test('phrases of the text refuse an owner, take one back, and let a stranger in', async ({
  page,
}) => {
  const figure = await open(page);
  const decision = figure.locator('.decision');
  const say = (phrase: string) => page.getByRole('button', { name: phrase }).click();
  await say('Turned away, laughing and lit from the side');
  await expect(decision).toContainText('Refused, wrongly', PATIENCE);
  await say('With a second picture enrolled');
  await expect(decision).toContainText('Accepted, rightly', PATIENCE);
  await say('some strangers');
  await expect(decision).toContainText('Accepted, wrongly', PATIENCE);
});

test('a link restores who meets whom', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const figure = await open(page);
  const distance = await changed(figure, () => button(figure, 'Present somebody else').click());
  const again = await open(page, (await copyLink(page, figure)).search);
  await expect
    .poll(async () => Math.abs((await numberOf(again, 'distance')) - distance), PATIENCE)
    .toBeLessThan(1e-6);
});
