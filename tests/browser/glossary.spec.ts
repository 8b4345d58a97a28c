import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { inPage } from './inPage.ts';

const glossary: { id: string; term: string; text: string }[] = JSON.parse(
  readFileSync('content/glossary.json', 'utf8'),
);
const adam = glossary.find(({ id }) => id === 'adam')!;
const ADAM = '#introduction [data-gloss="adam"]';

test('the glossary lists every term, and every marked one leads to its entry', async ({ page }) => {
  await page.goto('/');
  const listed = await inPage(page, '.glossary > [id]').evaluateAll((all) =>
    all.map(({ id }) => id),
  );
  expect(listed.toSorted()).toEqual(glossary.map(({ id }) => `term-${id}`).toSorted());
  const hashes = await inPage(page, '[data-gloss]').evaluateAll((links) =>
    links.map((link) => (link as HTMLAnchorElement).hash.slice(1)),
  );
  expect(hashes.length).toBeGreaterThan(20);
  expect(hashes.filter((hash) => !listed.includes(hash))).toEqual([]);
});

test('a term says what it means on hover', async ({ page }) => {
  await page.goto('/');
  await inPage(page, ADAM).hover();
  await expect(inPage(page, '#card')).toHaveText(adam.text);
});

test('a term says it on focus, described by it, and Escape closes it', async ({ page }) => {
  await page.goto('/');
  const term = inPage(page, ADAM);
  // Only focus by the keyboard opens it: a click leads to the list.
  await page.keyboard.press('Tab');
  await term.focus();
  await expect(inPage(page, '#card')).toBeVisible();
  await expect(term).toHaveAccessibleDescription(adam.text);
  await page.keyboard.press('Escape');
  await expect(inPage(page, '#card')).toBeHidden();
  await expect(term).toBeFocused();
});

test.describe('under a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('a term says it on the first tap, and a press elsewhere closes it', async ({ page }) => {
    await page.goto('/');
    const term = inPage(page, ADAM);
    await term.tap();
    await expect(inPage(page, '#card')).toBeInViewport({ ratio: 1 });
    expect(new URL(page.url()).hash).toBe('');
    await inPage(page, '#introduction h2').tap();
    await expect(inPage(page, '#card')).toBeHidden();
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a term leads to the glossary', async ({ page }) => {
    await page.goto('/');
    await inPage(page, ADAM).click();
    await expect(page).toHaveURL(/#term-adam$/);
    await expect(inPage(page, '#term-adam')).toBeInViewport();
  });
});

test('on paper a term is a word like the others', async ({ page }) => {
  await page.goto('/');
  await page.emulateMedia({ media: 'print' });
  await expect(inPage(page, ADAM)).toHaveCSS('text-decoration-line', 'none');
});
