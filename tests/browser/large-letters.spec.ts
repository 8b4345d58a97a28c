/** Letters of twice the size, as the reader's browser may show them, on a phone. */
import { expect, type Page, test } from '@playwright/test';
import { bringAllAlive } from './figureDriver.ts';
import { inPage } from './inPage.ts';

test.use({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' });

/** Every figure alive and everything unfolded, in letters of twice the size. */
async function openEnlarged(page: Page): Promise<void> {
  await page.goto('/');
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await bringAllAlive(page);
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('.article details'))
      fold.toggleAttribute('open', true);
  });
}

/**
 * Words that stand out of the box that they are in, for the eye as cut off or as lying over their
 * neighbours; what scrolls by itself has them all, and a formula in a line may reach into the margin.
 */
const wordsOutOfTheirBox = (page: Page) =>
  page.evaluate(() => {
    const isShown = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      !element.closest('svg, .katex, .visually-hidden, .skip-link, [data-current-chapter]');
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const boxOf = (element: Element): Element =>
      /inline|contents/.test(getComputedStyle(element).display)
        ? boxOf(element.parentElement!)
        : element;
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode as Text;
      if (!text.data.trim() || !isShown(text.parentElement!) || scrolls(text.parentElement))
        continue;
      const box = boxOf(text.parentElement!).getBoundingClientRect();
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const { left, right } of range.getClientRects())
        if (left < box.left - 1 || right > box.right + 1) {
          found.push(`${text.parentElement!.closest('[data-figure]')?.id ?? ''}: ${text.data}`);
          break;
        }
    }
    return found;
  });

test('in letters of twice the size a phone’s page is as wide as its window, and no word is cut off', async ({
  page,
}) => {
  await openEnlarged(page);
  const widths = () =>
    page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
  await expect.poll(widths).toBe(0);
  expect(await wordsOutOfTheirBox(page)).toEqual([]);
});

test('in letters of twice the size nothing stays that would leave no room for what passes', async ({
  page,
}) => {
  await openEnlarged(page);
  const heights = await inPage(page, '.figure-plane, .figure-stays').evaluateAll((parts) =>
    parts
      .filter((part) => getComputedStyle(part).position === 'sticky')
      .map((part) => part.getBoundingClientRect().height / innerHeight),
  );
  expect(Math.max(0, ...heights)).toBeLessThan(0.6);
});
