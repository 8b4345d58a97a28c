/** What is laid out only once it comes near moves nothing else on the page, and is all there on paper. */
import { expect, type Page, test } from '@playwright/test';

/** Where everything that has a name stands on the page, but for what is inside a figure's frame. */
const places = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.article [id]')]
      .filter((element) => !element.closest('.figure-frame'))
      .map((element) => [element.id, Math.round(element.getBoundingClientRect().top + scrollY)]),
  );

const deferred = (page: Page) =>
  page
    .locator('.figure-frame, .katex-mathml')
    .evaluateAll(
      (all) =>
        all.filter((element) => getComputedStyle(element).contentVisibility === 'auto').length,
    );

for (const [width, height] of [
  [390, 844],
  [800, 900],
  [1280, 720],
  [1440, 900],
  [1920, 1080],
] as const)
  test(`at ${width} px all stands where it would, were everything laid out`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/');
    const before = await places(page);
    expect(await deferred(page)).toBeGreaterThan(0);
    await page.evaluate(() => {
      for (const element of document.querySelectorAll<HTMLElement>('.figure-frame, .katex-mathml'))
        element.style.contentVisibility = 'visible';
    });
    expect(await deferred(page)).toBe(0);
    expect(await places(page)).toEqual(before);
  });

test('a figure that no window has come near is laid out by a link to it', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/#SoftmaxPull');
  const figure = page.locator('[data-figure="SoftmaxPull"]');
  await expect(figure).toHaveAttribute('data-ready', 'true');
  await expect(figure.locator('.figure-plane').first()).toBeInViewport();
});

test('on paper every figure is laid out', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/');
  const frames = page.locator('.figure-frame');
  const putOff = () =>
    frames.evaluateAll(
      (all) =>
        all.filter((frame) => getComputedStyle(frame).contentVisibility !== 'visible').length,
    );
  expect(await putOff()).toBeGreaterThan(0);
  await page.emulateMedia({ media: 'print' });
  expect(await putOff()).toBe(0);
});
