import { expect, type Locator, type Page, test } from '@playwright/test';
import {
  bringAllAlive,
  button,
  figureOn,
  openFigure,
  pointMark,
  quantity,
  watch,
} from './figureDriver.ts';
import { inPage } from './inPage.ts';

const phrase = (page: Page, words: string) =>
  inPage(page, '.try').filter({ hasText: new RegExp(`^${words}$`) });
const zone = (page: Page) => quantity(figureOn(page, 'TripletSorter'), 'zone');

test('a phrase of the text sets its figure, and pressed again sets it back', async ({ page }) => {
  await page.goto('/');
  const button = phrase(page, 'a hard one');
  await button.click();
  await expect(zone(page)).toHaveAttribute('data-value', 'hard');
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await expect(
    inPage(page, '[data-figure="TripletSorter"] [data-drawing]').first(),
  ).toBeInViewport();
  await button.press('Enter');
  await expect(zone(page)).toHaveAttribute('data-value', 'semi-hard');
  await expect(button).toHaveAttribute('aria-pressed', 'false');
});

test('a phrase is no longer pressed once the reader has moved on, and then sets the figure again', async ({
  page,
}) => {
  await page.goto('/');
  const button = phrase(page, 'a hard one');
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await inPage(page, '[data-point="n7-on-line"]').focus();
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  await button.click();
  await expect(zone(page)).toHaveAttribute('data-value', 'hard');
});

test('with reduced motion a phrase jumps to its end', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const figure = await openFigure(page, 'PairForces');
  const states = await watch(figure, '[data-quantity="loss"]');
  await phrase(page, 'Outside the violet circle').click();
  await expect(pointMark(figure, 'j')).toHaveAttribute('data-x', '0.8');
  await expect(quantity(figure, 'loss')).toHaveAttribute('data-value', '0');
  expect(await states()).toHaveLength(2);
});

test('a phrase takes over from a run', async ({ page }) => {
  const figure = await openFigure(page, 'PairForces');
  await button(figure, 'Run').click();
  await phrase(page, 'similar pair').click();
  await expect(pointMark(figure, 'j')).toHaveAttribute('data-x', '0.9');
  await expect(button(figure, 'Run')).toBeVisible();
});

test('a phrase lets the crowd go under one term of its loss, and takes it back', async ({
  page,
}) => {
  await page.goto('/');
  const crowd = figureOn(page, 'PairCrowd');
  const radius = () =>
    crowd
      .locator('[data-point]')
      .evaluateAll((marks) =>
        Math.max(
          ...marks.map((mark) =>
            Math.hypot(Number(mark.getAttribute('data-x')), Number(mark.getAttribute('data-y'))),
          ),
        ),
      );
  const button = phrase(page, 'only similar pairs');
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(radius).toBeLessThan(0.1);
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  await expect(crowd.getByRole('radio', { name: 'both' })).toBeChecked();
});

test('a phrase that asks for what another has set is pressed too, and takes it back itself', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/');
  const only = (half: string) =>
    inPage(page, `.try[data-to="PairCrowd"][data-set="half: ${half}; points: default"]`);
  const both = figureOn(page, 'PairCrowd').getByRole('radio', { name: 'both' });
  await only('push').first().click();
  await expect(only('push').first()).toHaveAttribute('aria-pressed', 'true');
  const answer = only('push').last();
  await unfold(answer);
  await answer.click();
  await expect(answer).toHaveAttribute('aria-pressed', 'true');
  await expect(both).not.toBeChecked();
  await answer.click();
  await expect(answer).toHaveAttribute('aria-pressed', 'false');
  await expect(both).toBeChecked();
});

test('a phrase stops the duel at its step', async ({ page }) => {
  await page.goto('/');
  const duel = figureOn(page, 'CollapseDuel');
  await phrase(page, 'A hundred steps on').click();
  await expect(quantity(duel, 'step')).toHaveAttribute('data-value', '103');
  await expect(duel.getByText('at rest since step 103')).toBeVisible();
});

test('every phrase reaches its figure', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/');
  const phrases = inPage(page, '.try');
  const count = await phrases.count();
  expect(count).toBeGreaterThanOrEqual(3);
  for (let k = 0; k < count; k++) {
    await unfold(phrases.nth(k));
    await phrases.nth(k).click();
    await expect(phrases.nth(k)).toHaveAttribute('aria-pressed', 'true');
  }
});

/** Opens what a phrase is folded into, such as a question. */
const unfold = (words: Locator) =>
  words.evaluate((element) => {
    for (let fold = element.closest('details'); fold; fold = fold.parentElement!.closest('details'))
      fold.open = true;
  });

const scrolled = (page: Page) => page.evaluate(() => scrollY);
const wayBack = (page: Page) => inPage(page, '[data-way-back]');

/** Puts a phrase or a link in the middle of the window and tells how far the page is scrolled then. */
async function readTo(page: Page, words: Locator): Promise<number> {
  await unfold(words);
  await words.evaluate((element) =>
    element.scrollIntoView({ block: 'center', behavior: 'instant' }),
  );
  return scrolled(page);
}

const expectAt = (page: Page, place: number) =>
  expect.poll(async () => Math.abs((await scrolled(page)) - place)).toBeLessThan(4);

/** From where a phrase has led, back to it. */
async function goBack(page: Page, words: Locator, from: number): Promise<void> {
  await expect(wayBack(page)).toBeInViewport({ ratio: 1 });
  await wayBack(page).click();
  await expectAt(page, from);
  await expect(words).toBeFocused();
  await expect(wayBack(page)).toBeHidden();
}

/** Once back: forward again and back by the browser's own buttons. */
async function goForthAndBack(page: Page, words: Locator, from: number, led: number) {
  await page.goForward();
  await expectAt(page, led);
  await expect(wayBack(page)).toBeVisible();
  await page.goBack();
  await expectAt(page, from);
  await expect(words).toBeFocused();
}

const isInView = (words: Locator) =>
  words.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });

for (const [width, height] of [
  [390, 844],
  [1280, 800],
] as const)
  test(`at ${width} px a phrase shows its figure's plane and keeps a way back to itself`, async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height });
    await page.goto('/');
    // A figure that comes alive later would move the text that is read meanwhile.
    await bringAllAlive(page);
    const returnedTo = new Set<string>();
    for (const words of await inPage(page, '.try, a[data-to]').all()) {
      const from = await readTo(page, words);
      const name = (await words.getAttribute('data-to'))!;
      const figure = figureOn(page, name);
      await words.click();
      if (await words.getAttribute('aria-pressed'))
        await expect(words).toHaveAttribute('aria-pressed', 'true');
      else await expect(figure).toBeFocused();
      await expect(figure.locator('.figure-plane').first()).toBeInViewport({ ratio: 0.99 });
      const led = await scrolled(page);
      if (await isInView(words)) {
        await expect(wayBack(page)).toBeHidden();
        continue;
      }
      await goBack(page, words, from);
      if (!returnedTo.has(name)) await goForthAndBack(page, words, from, led);
      returnedTo.add(name);
    }
  });

test('where its figure is in view already a phrase scrolls nothing', async ({ page }) => {
  const figure = await openFigure(page, 'PairForces');
  const before = await scrolled(page);
  await phrase(page, 'similar pair').dispatchEvent('click');
  await expect(pointMark(figure, 'j')).toHaveAttribute('data-x', '0.9');
  expect(await scrolled(page)).toBe(before);
});

test('the way back goes once the reader is back at the phrase by himself', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/');
  const words = inPage(page, 'a[data-to="PairForces"]').last();
  await readTo(page, words);
  await words.click();
  await expect(wayBack(page)).toBeVisible();
  await expect(wayBack(page)).toHaveRole('button');
  await expect(wayBack(page)).toHaveAccessibleName('Back to the text');
  await readTo(page, words);
  await expect(wayBack(page)).toBeHidden();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a phrase is plain text', async ({ page }) => {
    await page.goto('/');
    await expect(inPage(page, '.try')).toHaveCount(0);
    await expect(page.getByText('In a hard one the order is wrong.')).toBeVisible();
  });
});
