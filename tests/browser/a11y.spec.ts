import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { plane } from '#islands/PairForces/definition.ts';
import {
  button,
  figureOn,
  numberOf,
  onScreen,
  openFigure,
  pointMark,
  pointOf,
} from './figureDriver.ts';

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [1440, 390])
    test(`axe finds nothing in the ${colorScheme} theme at ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      await page.goto('/');
      for (const figure of await page.locator('[data-figure]').all())
        await figure.scrollIntoViewIfNeeded();
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(({ id, nodes }) => ({
        id,
        at: nodes.map(({ target }) => target.join(' ')),
      }));
      expect(found).toEqual([]);
    });

test('the first Tab reaches a visible link that skips to the article', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the article' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Enter');
  await expect(page.locator('#article')).toBeFocused();
});

test('what has the focus shows it', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/');
  // Its points are lit with what means the same, and are to show the focus all the same.
  await expect(page.locator('[data-figure="Opening"]')).toHaveAttribute('data-ready', 'true');
  for (let press = 0; press < 25; press++) {
    await page.keyboard.press('Tab');
    const isShown = await page.evaluate(() => {
      const element = document.activeElement!;
      // A point of a drawing has a ring of its own.
      const ring = element.querySelector('.point-focus');
      const colour = getComputedStyle(document.documentElement).getPropertyValue('--focus');
      const probe = document.createElement('i');
      probe.style.color = colour;
      document.body.append(probe);
      const focus = getComputedStyle(probe).color;
      probe.remove();
      if (ring) return getComputedStyle(ring).stroke === focus;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle === 'solid' && outlineWidth === '2px';
    });
    expect(isShown, await page.evaluate(() => document.activeElement!.outerHTML.slice(0, 80))).toBe(
      true,
    );
  }
});

test('whoever comes back to the page finds controls and figure agreed', async ({ page }) => {
  const figure = await openFigure(page, 'PairForces');
  await figure.getByRole('slider', { name: 'margin m' }).fill('1.15');
  await figure.locator('.segment', { hasText: 'similar, y = 1' }).first().click();
  await page.goto('/summary');
  await page.goBack();
  await figureOn(page, 'PairForces').scrollIntoViewIfNeeded();
  await expect(figure).toHaveAttribute('data-ready', 'true');
  const margin = await figure.getByRole('slider', { name: 'margin m' }).inputValue();
  expect(Number(margin)).toBe(await numberOf(figure, 'margin'));
  const y = await figure.locator('.segment-input:checked').first().inputValue();
  expect(y).toBe(await figure.locator('.segmented').first().getAttribute('data-value'));
});
