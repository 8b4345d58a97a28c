/** What is laid out only once it comes near moves nothing else on the page, and is all there on paper. */
import { expect, type Page, test } from '@playwright/test';
import { WINDOWS } from '#components/chapterHeights.ts';
import { inPage } from './inPage.ts';

/** What waits until it comes near the window. */
const WAITING = '.article > section, .figure-frame, .katex-mathml';

/** Where everything that has a name stands in its chapter, but for what is inside a figure's frame. */
const places = (page: Page) =>
  page.evaluate(() => {
    const chapters = [...document.querySelectorAll('.article > section')];
    return chapters.flatMap((chapter) =>
      [...chapter.querySelectorAll('[id]')]
        .filter((element) => !element.closest('.figure-frame'))
        .map((element) => [
          element.id,
          Math.round(element.getBoundingClientRect().top - chapter.getBoundingClientRect().top),
        ]),
    );
  });

/** What waits asks for the fonts of its formulas when it is laid out, as it is to be measured. */
const loadFonts = async (page: Page) => {
  await inPage(page, '#later-fonts[media="all"]').waitFor({ state: 'attached' });
  await places(page);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
};

/** The chapters that the browser has laid out. */
const laidOut = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.article > section')]
      .filter((chapter) =>
        chapter.firstElementChild!.checkVisibility({ contentVisibilityAuto: true }),
      )
      .map(({ id }) => id),
  );

const deferred = (page: Page) =>
  inPage(page, WAITING).evaluateAll(
    (all) => all.filter((element) => getComputedStyle(element).contentVisibility === 'auto').length,
  );

for (const [width, height] of [
  [390, 844],
  [800, 900],
  [1280, 720],
  [1440, 900],
  [1920, 1080],
] as const)
  test(`at ${width} px all stands in its chapter where it would, were everything laid out`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/');
    await loadFonts(page);
    const before = await places(page);
    expect(await deferred(page)).toBeGreaterThan(0);
    await inPage(page, WAITING).evaluateAll((all) => {
      for (const element of all as HTMLElement[]) element.style.contentVisibility = 'visible';
    });
    expect(await deferred(page)).toBe(0);
    expect(await places(page)).toEqual(before);
  });

for (const [name, width] of Object.entries(WINDOWS))
  test(`on a ${name} a chapter far away takes as much room as it will, within a tenth`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/');
    await loadFonts(page);
    const shares = await page.evaluate(() => {
      const chapters = [...document.querySelectorAll<HTMLElement>('.article > section')];
      return chapters.map((chapter): [string, number] => {
        const kept = chapter.offsetHeight;
        chapter.style.contentVisibility = 'visible';
        return [chapter.id, kept / chapter.offsetHeight];
      });
    });
    for (const [id, share] of shares) {
      expect(share, `${id}: measure the chapters by “npm run heights”`).toBeGreaterThan(0.9);
      expect(share, `${id}: measure the chapters by “npm run heights”`).toBeLessThan(1.1);
    }
  });

test('an article just opened has laid out its first chapter alone, and others as they come near', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto('/', { waitUntil: 'networkidle' });
  expect(await laidOut(page)).toEqual(['introduction']);
  await inPage(page, '#triplet-loss').evaluate((chapter) => chapter.scrollIntoView());
  await expect.poll(() => laidOut(page)).toContain('triplet-loss');
});

test('where no script is let run, no chapter waits for one', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/');
  const hidden = inPage(page, '.article > section').filter({ visible: false });
  await expect(hidden).toHaveCount(0);
  await expect(inPage(page, '.references')).toBeVisible();
  await context.close();
});

test('a page that forbids the scripts in it shows every chapter all the same', async ({ page }) => {
  await page.route('/', async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), 'content-security-policy': "script-src 'self'" };
    await route.fulfill({ response, headers });
  });
  await page.goto('/');
  const waiting = await inPage(page, '.article > section').evaluateAll((all) =>
    all.map((chapter) => getComputedStyle(chapter).contentVisibility),
  );
  expect(new Set(waiting)).toEqual(new Set(['auto']));
});

test('a chapter that waits has nothing to type into or to choose from, which a browser would lay it out for', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto('/', { waitUntil: 'networkidle' });
  const fields = inPage(
    page,
    'section:not(#introduction) :is(form, select, textarea, input:not([type="range"], [type="radio"], [type="checkbox"]))',
  );
  await expect(fields).toHaveCount(0);
});

test('what a chapter that waits says can be read and found', async ({ page }) => {
  await page.goto('/', { waitUntil: 'networkidle' });
  expect(await laidOut(page)).not.toContain('appendix');
  await expect(inPage(page, '#appendix > h2')).toHaveText('Appendix');
  const found = await page.evaluate(() => {
    const heading = document.querySelector('#appendix > h2')!.textContent.trim();
    return 'find' in window && (window as unknown as { find(text: string): boolean }).find(heading);
  });
  expect(found).toBe(true);
});

test('a figure that no window has come near is laid out by a link to it', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/#SoftmaxPull');
  const figure = inPage(page, '[data-figure="SoftmaxPull"]');
  await expect(figure).toHaveAttribute('data-ready', 'true');
  await expect(figure.locator('.figure-plane').first()).toBeInViewport();
});

test('on paper every figure is laid out', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/');
  const frames = inPage(page, '.figure-frame');
  const putOff = () =>
    frames.evaluateAll(
      (all) =>
        all.filter((frame) => getComputedStyle(frame).contentVisibility !== 'visible').length,
    );
  expect(await putOff()).toBeGreaterThan(0);
  await page.emulateMedia({ media: 'print' });
  expect(await putOff()).toBe(0);
});
