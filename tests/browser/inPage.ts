/** Parts of the page by CSS, as the browser itself finds them. */
import { type Locator, type Page, selectors } from '@playwright/test';

// Playwright's own CSS asks each of the page's 31,000 elements for a shadow tree, which none has: that
// takes a dozen times as long, again with every look at anything.
await selectors.register(
  'light',
  () => ({
    query: (root: ParentNode, css: string) => root.querySelector(css),
    queryAll: (root: ParentNode, css: string) => [...root.querySelectorAll(css)],
  }),
  { contentScript: true },
);

export const inPage = (
  page: Page,
  css: string,
  options?: Parameters<Page['locator']>[1],
): Locator => page.locator(`light=${css}`, options);
