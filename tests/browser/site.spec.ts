import { expect, test } from '@playwright/test';
import { bringIntoView, figureOn } from './figureDriver.ts';
import { inPage } from './inPage.ts';

test('the page says what it is, and all that it names is there', async ({ page, request }) => {
  await page.goto('/');
  const json = await inPage(page, 'script[type="application/ld+json"]').textContent();
  expect(JSON.parse(json!)['@type']).toContain('LearningResource');
  expect(await inPage(page, 'meta[name="citation_reference"]').count()).toBe(
    await inPage(page, '.references li').count(),
  );
  await expect(inPage(page, 'meta[name="release"]')).toHaveAttribute('content', /^[0-9a-f]{16}$/);

  const named = await page.evaluate(() => [
    ...[...document.querySelectorAll<HTMLLinkElement>('link[href]')].map(({ href }) => href),
    document.querySelector<HTMLMetaElement>('meta[property="og:image"]')!.content,
    document.querySelector<HTMLAnchorElement>('a[type="application/pdf"]')!.href,
  ]);
  const manifest = await (await request.get('/manifest.webmanifest')).json();
  const icons = manifest.icons.map(({ src }: { src: string }) => `/${src}`);
  for (const address of [...named, ...icons, '/robots.txt', '/sw.js']) {
    const response = await request.get(address);
    expect(response.status(), address).toBe(200);
    expect((await response.body()).length, address).toBeGreaterThan(0);
  }
});

test('on paper a figure has its settings in a line, and its details go on below it', async ({
  page,
}) => {
  // As where nobody has come yet.
  await page.route('**/UnseenMap.*.js*', (route) => route.abort());
  await page.goto('/');
  const figure = inPage(page, '[data-figure="PairForces"]');
  const place = inPage(page, '.figure-place', { has: figure });
  const details = place.locator('+ .caption-details');
  const map = inPage(page, '[data-figure="UnseenMap"]');
  await page.emulateMedia({ media: 'print' });
  // What listens for it is started in turn after the page has loaded.
  await expect
    .poll(async () => {
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      return details.count();
    })
    .toBe(1);
  await expect(figure.locator('.settings-line')).toContainText('margin 1');
  await expect(figure.locator('.figure-controls button:visible, input:visible')).toHaveCount(0);
  await expect(details).toBeVisible();
  await expect(map.locator('.map-still')).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(details).toHaveCount(0);
  await expect(figure.locator('figcaption .caption-details')).toHaveCount(1);
});

test('on paper no figure says what to try, and each says what to notice', async ({ page }) => {
  await page.goto('/');
  const told = (word: string) =>
    inPage(page, '.caption-part').filter({ has: inPage(page, 'b', { hasText: word }) });
  const tries = await told('Try').count();
  const notices = await told('Notice').count();
  expect(tries).toBeGreaterThan(10);
  await page.emulateMedia({ media: 'print' });
  await expect(told('Try').filter({ visible: true })).toHaveCount(0);
  await expect(told('Notice').filter({ visible: true })).toHaveCount(notices);
  await expect(inPage(page, '.opening-hint')).toBeHidden();
});

test('on paper nothing waits for a pointer', async ({ page }) => {
  await page.goto('/');
  for (const name of ['BatchMiner', 'UnseenMap']) await bringIntoView(figureOn(page, name));
  const pair = figureOn(page, 'BatchMiner').getByText('the pair under the pointer:');
  const nobody = figureOn(page, 'UnseenMap').getByText('Nobody stands out');
  await expect(pair).toBeVisible();
  await expect(nobody).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(pair).toBeHidden();
  await expect(nobody).toBeHidden();
});
