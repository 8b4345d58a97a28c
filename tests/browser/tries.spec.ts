import { expect, type Page, test } from '@playwright/test';

const phrase = (page: Page, words: string) =>
  page.locator('button.try').filter({ hasText: new RegExp(`^${words}$`) });
const zone = (page: Page) => page.locator('[data-figure="TripletSorter"] [data-quantity="zone"]');

test('a phrase of the text sets its figure, and pressed again sets it back', async ({ page }) => {
  await page.goto('/');
  const button = phrase(page, 'a hard one');
  await button.click();
  await expect(zone(page)).toHaveAttribute('data-value', 'hard');
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await expect(
    page.locator('[data-figure="TripletSorter"] [data-drawing]').first(),
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
  await page.locator('[data-point="n7-on-line"]').focus();
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  await button.click();
  await expect(zone(page)).toHaveAttribute('data-value', 'hard');
});

test('with reduced motion a phrase jumps to its end', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/');
  const point = page.locator('[data-figure="PairForces"] [data-point="j"]');
  await point.scrollIntoViewIfNeeded();
  await expect(page.locator('[data-figure="PairForces"]')).toHaveAttribute('data-ready', 'true');
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    const j = document.querySelector('[data-figure="PairForces"] [data-point="j"]')!;
    new MutationObserver(() => seen.push(j.getAttribute('data-x')!)).observe(j, {
      attributeFilter: ['data-x'],
    });
  });
  await phrase(page, 'Outside the violet circle').click();
  await expect(point).toHaveAttribute('data-x', '0.8');
  expect(await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).toEqual([
    '0.8',
  ]);
  await expect(page.locator('[data-figure="PairForces"] [data-quantity="loss"]')).toHaveAttribute(
    'data-value',
    '0',
  );
});

test('a phrase takes over from a run', async ({ page }) => {
  await page.goto('/');
  const figure = page.locator('[data-figure="PairForces"]');
  await figure.scrollIntoViewIfNeeded();
  await figure.getByRole('button', { name: 'Run' }).click();
  await phrase(page, 'similar pair').click();
  await expect(figure.locator('[data-point="j"]')).toHaveAttribute('data-x', '0.9');
  await expect(figure.getByRole('button', { name: 'Run' })).toBeVisible();
});

test('a phrase lets the crowd go under one term of its loss, and takes it back', async ({
  page,
}) => {
  await page.goto('/');
  const crowd = page.locator('[data-figure="PairCrowd"]');
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
  await expect.poll(radius, { timeout: 30_000 }).toBeLessThan(0.1);
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  await expect(crowd.getByRole('radio', { name: 'both' })).toBeChecked();
});

test('a phrase stops the duel at its step', async ({ page }) => {
  await page.goto('/');
  const duel = page.locator('[data-figure="CollapseDuel"]');
  await phrase(page, 'A hundred steps on').click();
  await expect(duel.locator('[data-quantity="step"]')).toHaveAttribute('data-value', '103');
  await expect(duel.getByText('at rest since step 103')).toBeVisible();
});

test('every phrase reaches its figure', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/');
  const phrases = page.locator('button.try');
  const count = await phrases.count();
  expect(count).toBeGreaterThanOrEqual(3);
  for (let k = 0; k < count; k++) {
    await phrases.nth(k).click();
    await expect(phrases.nth(k)).toHaveAttribute('aria-pressed', 'true');
  }
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a phrase is plain text', async ({ page }) => {
    await page.goto('/');
    await expect(page.locator('button.try')).toHaveCount(0);
    await expect(page.getByText('In a hard one the order is wrong.')).toBeVisible();
  });
});
