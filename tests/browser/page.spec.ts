import { readdirSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { bringIntoView, layOutAll } from './figureDriver.ts';
import { inPage } from './inPage.ts';

test.describe('the page', () => {
  test('keeps to its own origin and its security policy, from top to bottom', async ({
    page,
    baseURL,
  }) => {
    const foreign: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(baseURL!) && !/^(data|blob):/.test(url)) foreign.push(url);
    });
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto('/');
    for (const section of await inPage(page, 'section[id]').all()) {
      await section.scrollIntoViewIfNeeded();
    }
    await page.waitForLoadState('networkidle');
    expect(await inPage(page, 'meta[http-equiv="content-security-policy"]').count()).toBe(1);
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('has every id once, and every link within it arrives somewhere', async ({ page }) => {
    await page.goto('/');
    const { repeated, lost } = await page.evaluate(() => {
      const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
      const hashes = [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
      return {
        repeated: ids.filter((id, at) => ids.indexOf(id) !== at),
        lost: hashes.map(({ hash }) => hash).filter((hash) => !ids.includes(hash.slice(1))),
      };
    });
    expect(repeated).toEqual([]);
    expect(lost).toEqual([]);
  });

  for (const width of [1440, 1200, 768, 390])
    test(`never scrolls sideways at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto('/');
      await layOutAll(page);
      const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(scrollWidth).toBeLessThanOrEqual(width);
    });

  test('numbers its figures in reading order, and refers to them by those numbers', async ({
    page,
  }) => {
    await page.goto('/');
    const numbers = await inPage(page, '.figure-number').allTextContents();
    expect(numbers).toEqual(numbers.map((_, at) => `Figure ${at + 1}`));
    const references = inPage(page, 'section p a', { hasText: /^Figure \d+$/ });
    expect(await references.count()).toBeGreaterThan(0);
    for (const reference of await references.all()) {
      const target = inPage(page, (await reference.getAttribute('href'))!);
      await expect(target.locator('.figure-number')).toHaveText((await reference.textContent())!);
    }
  });
});

test.describe('the contents', () => {
  test('mark the section that is being read', async ({ page }) => {
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.goto('/');
    const contents = inPage(page, '.contents-margin');
    await contents.getByRole('link', { name: 'Triplet mining', exact: true }).click();
    const current = contents.locator('li:has([aria-current]) > a').first();
    await expect(current).toHaveText('Triplet mining');
    await expect(contents.locator('[aria-current]')).toHaveCount(1);
  });

  test('open on a phone, take the reader to a chapter and close', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/');
    const disclosure = inPage(page, '[data-contents]');
    await disclosure.locator('summary').click();
    await disclosure.getByRole('link', { name: 'Triplet loss', exact: true }).click();
    await expect(disclosure).not.toHaveAttribute('open');
    await expect(inPage(page, 'section#triplet-loss h2')).toBeInViewport();
  });
});

test('the contents list every section and every figure by number and title, on the phone too', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/');
  const disclosure = inPage(page, '[data-contents]');
  await disclosure.locator('summary').click();
  const wanted = await inPage(page, 'section h3').evaluateAll((all) => all.map(({ id }) => id));
  const links = disclosure.locator('.contents-list ol a');
  expect(
    await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')?.slice(1))),
  ).toEqual(wanted);
  for (const link of await links.all()) await expect(link).toBeVisible();
  const titles = await inPage(page, 'figcaption .figure-title').allTextContents();
  const listed = disclosure.locator('.figure-list a');
  expect((await listed.allTextContents()).map((title) => `${title}.`)).toEqual(titles);
  await listed.nth(2).click();
  await expect(disclosure).not.toHaveAttribute('open');
  await expect(inPage(page, '[data-figure]#PairCrowd')).toBeInViewport();
});

test.describe('the bar of a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, contextOptions: { reducedMotion: 'reduce' } });

  const scrollTo = (page: Page, top: number) =>
    page.evaluate((place) => window.scrollTo({ top: place, behavior: 'instant' }), top);

  test('gives way while one reads down, and is back on the way up and at the top', async ({
    page,
  }) => {
    await page.goto('/');
    const bar = inPage(page, '.bar');
    const text = await inPage(page, '#what-can-go-wrong').evaluate(
      (heading) => heading.getBoundingClientRect().top + scrollY,
    );
    await expect(bar).toBeInViewport({ ratio: 1 });
    await scrollTo(page, text + 400);
    await expect(bar).not.toBeInViewport();
    await scrollTo(page, text + 300);
    await expect(bar).toBeInViewport({ ratio: 1 });
    await scrollTo(page, text + 400);
    await expect(bar).not.toBeInViewport();
    await inPage(page, '[data-contents] summary').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await expect(bar).toBeInViewport({ ratio: 1 });
    await scrollTo(page, 0);
    await expect(bar).toBeInViewport({ ratio: 1 });
  });

  test('stays away from a figure, whose drawing stands at the top, on the way up too', async ({
    page,
  }) => {
    await page.goto('/');
    const figure = inPage(page, '[data-figure="PairForces"]');
    // Its chapter has its height once it is near.
    await bringIntoView(figure);
    const top = await figure.evaluate((element) => element.getBoundingClientRect().top + scrollY);
    await scrollTo(page, top + 300);
    await scrollTo(page, top + 200);
    const bar = inPage(page, '.bar');
    await expect(bar).not.toBeInViewport();
    await scrollTo(page, top - 200);
    await expect(bar).toBeInViewport({ ratio: 1 });
  });

  test('covers no heading that is jumped to, down or up', async ({ page }) => {
    await page.goto('/');
    for (const id of ['appendix', 'what-can-go-wrong', 'two-springs', 'introduction']) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, id);
      const heading = inPage(page, `[id="${id}"]`);
      await expect
        .poll(() => heading.evaluate((element) => element.getBoundingClientRect().top))
        .toBeGreaterThan(await inPage(page, '.bar').evaluate(({ clientHeight }) => clientHeight));
      await expect(heading).toBeInViewport();
    }
  });

  test('opens its contents over the text, and moves nothing', async ({ page }) => {
    await page.goto('/');
    const top = () => inPage(page, 'h1').evaluate((title) => title.getBoundingClientRect().top);
    const before = await top();
    const disclosure = inPage(page, '[data-contents]');
    await disclosure.locator('summary').click();
    await expect(disclosure.locator('.figure-list')).toBeAttached();
    expect(await top()).toBe(before);
    await page.mouse.click(200, 840);
  });
});

test.describe('a citation', () => {
  const details = '#card';

  test('shows the whole reference on hover', async ({ page }) => {
    await page.goto('/');
    await inPage(page, '#cite-hadsell2006-1').hover();
    await expect(inPage(page, details)).toContainText('invariant mapping');
    await expect(inPage(page, details)).toContainText('doi:10.1109/CVPR.2006.100');
  });

  test('shows it on focus, described by it, and Escape closes it', async ({ page }) => {
    await page.goto('/');
    const citation = inPage(page, '#cite-hadsell2006-1');
    // Only focus by the keyboard opens it: a click leads to the list.
    await page.keyboard.press('Tab');
    await citation.focus();
    await expect(inPage(page, details)).toBeVisible();
    await expect(citation).toHaveAttribute('aria-describedby', 'card');
    await page.keyboard.press('Escape');
    await expect(inPage(page, details)).toBeHidden();
    await expect(citation).toBeFocused();
  });

  test('has the links of its reference within reach of the Tab key', async ({ page }) => {
    await page.goto('/');
    await page.keyboard.press('Tab');
    const citation = inPage(page, '#cite-hadsell2006-1');
    await citation.focus();
    await expect(inPage(page, details)).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(inPage(page, `${details} a`).first()).toBeFocused();
    await expect(inPage(page, details)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(inPage(page, details)).toBeHidden();
    await expect(citation).toBeFocused();
  });

  test('leads to the reference list, whose back link leads to it', async ({ page }) => {
    await page.goto('/');
    await inPage(page, '#cite-schroff2015-1').click();
    await expect(page).toHaveURL(/#ref-schroff2015$/);
    await inPage(page, '#ref-schroff2015 .back-links a').first().click();
    await expect(page).toHaveURL(/#cite-schroff2015-1$/);
    await expect(inPage(page, '#cite-schroff2015-1')).toBeInViewport();
  });

  test('has its places numbered in reading order', async ({ page }) => {
    await page.goto('/');
    const places = await inPage(page, '[data-cite]').evaluateAll((links) =>
      links.map(({ id }) => id.split('-').slice(1)),
    );
    const seen = new Map<string, number>();
    for (const [key, place] of places) {
      seen.set(key!, (seen.get(key!) ?? 0) + 1);
      expect(Number(place)).toBe(seen.get(key!));
    }
    // There are places, and works that are cited more than once.
    expect(Math.max(0, ...seen.values())).toBeGreaterThan(1);
  });

  test.describe('under a finger', () => {
    test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

    test('shows its details on the first tap and hides them on the second', async ({ page }) => {
      await page.goto('/');
      const citation = inPage(page, '#cite-hadsell2006-1');
      await citation.tap();
      await expect(inPage(page, details)).toBeInViewport({ ratio: 1 });
      expect(new URL(page.url()).hash).toBe('');
      await citation.tap();
      await expect(inPage(page, details)).toBeHidden();
    });
  });
});

test.describe('the colour scheme', () => {
  const paper = () => getComputedStyle(document.body).backgroundColor;
  const LIGHT = 'rgb(253, 252, 249)';
  const DARK = 'rgb(22, 22, 24)';

  test('follows the system until the reader chooses, and the choice is remembered', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto('/');
    expect(await page.evaluate(paper)).toBe(DARK);
    const light = page.getByRole('button', { name: 'Light' });
    await light.click();
    await expect(light).toHaveAttribute('aria-pressed', 'true');
    expect(await page.evaluate(paper)).toBe(LIGHT);
    await page.reload();
    expect(await page.evaluate(paper)).toBe(LIGHT);
    await page.getByRole('button', { name: 'System' }).click();
    expect(await page.evaluate(paper)).toBe(DARK);
  });

  test('can be switched where storage is refused', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    });
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto('/');
    await page.getByRole('button', { name: 'Dark' }).click();
    expect(await page.evaluate(paper)).toBe(DARK);
    expect(errors).toEqual([]);
  });
});

test('"cite this article" is copied as BibTeX', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/');
  const copy = page.getByRole('button', { name: 'Copy BibTeX' });
  // It says so for two seconds, which a busy machine may let pass between two looks.
  const said = await copy.evaluateHandle((button) => {
    const texts: string[] = [];
    new MutationObserver(() => texts.push(button.textContent)).observe(button, { childList: true });
    return texts;
  });
  await copy.click();
  await expect.poll(() => said.jsonValue()).toContain('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^@misc\{/);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

  test('the text, every figure as a still, the formulas and the contents are there', async ({
    page,
  }) => {
    await page.goto('/');
    await expect(inPage(page, 'section[id] h2')).toHaveCount(
      readdirSync('content/chapters').length,
    );
    expect(await inPage(page, '.katex').count()).toBeGreaterThan(50);
    for (const figure of await inPage(page, '[data-figure]').all()) {
      await expect(figure.locator('svg:not(.katex svg), img, canvas').first()).toBeVisible();
    }
    await expect(page.getByRole('button', { name: 'Dark' })).toBeHidden();
    await inPage(page, '[data-contents] summary').click();
    await inPage(page, '[data-contents]').getByRole('link', { name: 'Appendix' }).click();
    await expect(page).toHaveURL(/#appendix$/);
  });
});

test('an address that leads nowhere gets a page in the same look', async ({ page }) => {
  const response = await page.goto('/nowhere');
  expect(response?.status()).toBe(404);
  await page.getByRole('link', { name: 'To the article' }).click();
  await expect(inPage(page, 'h1')).toHaveText('Contrastive representation learning');
});
