/** What is too wide for its column shows it. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { decodePng } from './decodePng.ts';
import { inPage } from './inPage.ts';

test.use({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 1 });

/** How far the darkest and the lightest pixel at an edge of an element are apart, along its bottom. */
async function shadeAt(page: Page, element: Locator, side: 'left' | 'right'): Promise<number> {
  const box = (await element.boundingBox())!;
  const picture = await page.screenshot({
    clip: {
      x: side === 'left' ? box.x : box.x + box.width - 12,
      y: box.y + 1,
      width: 12,
      height: 2,
    },
  });
  return (await decodePng(page, picture)).evaluate(({ data }) => {
    const greens = [...data].filter((_, index) => index % 4 === 1);
    return Math.max(...greens) - Math.min(...greens);
  });
}

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('a scroller has a shade on the sides on which it goes on, and only there', async ({
      page,
    }) => {
      await page.goto('/');
      const formula = inPage(page, 'section > .formula').first();
      await formula.evaluate((element) => {
        element.innerHTML = '<div style="width: 900px; height: 40px"></div>';
        element.scrollIntoView({ block: 'center', behavior: 'instant' });
      });
      expect(await shadeAt(page, formula, 'right')).toBeGreaterThan(20);
      expect(await shadeAt(page, formula, 'left')).toBe(0);
      await formula.evaluate((element) => {
        element.scrollLeft = element.scrollWidth;
      });
      expect(await shadeAt(page, formula, 'right')).toBe(0);
      expect(await shadeAt(page, formula, 'left')).toBeGreaterThan(20);
    });

    test('what has room has no shade', async ({ page }) => {
      await page.goto('/');
      const formula = inPage(page, 'section > .formula').first();
      await formula.evaluate((element) => {
        element.innerHTML = '<div style="width: 50px; height: 40px"></div>';
        element.scrollIntoView({ block: 'center', behavior: 'instant' });
      });
      expect(await shadeAt(page, formula, 'left')).toBe(0);
      expect(await shadeAt(page, formula, 'right')).toBe(0);
    });
  });
