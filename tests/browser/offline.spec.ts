import { createHash } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { figureOn } from './figureDriver.ts';
import { inPage } from './inPage.ts';
import { lab, labButton, untilStep } from './labDriver.ts';
import { serveFiles } from './serveFiles.ts';

test.use({ serviceWorkers: 'allow' });

const hashOf = (page: string) => createHash('sha256').update(page).digest('base64');

const untilKept = (page: Page) =>
  page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

test('after one visit the article is read, and a network trained, without a server', async ({
  page,
}) => {
  const server = await serveFiles('dist');
  await page.goto(server.url);
  await untilKept(page);
  await server.end();
  await page.goto(`${server.url}?PairForces.margin=0.5#PairForces`);
  await expect(figureOn(page, 'PairForces')).toHaveAttribute('data-ready', 'true');
  await lab(page).scrollIntoViewIfNeeded();
  await labButton(page, 'Run').click();
  await untilStep(page, (step) => step > 0);
  await page.goto(`${server.url}summary/`);
  await expect(inPage(page, 'h1')).toContainText('on one page');
});

test('a newer release is offered once all of it is there, and never part of one', async ({
  page,
}) => {
  const server = await serveFiles('dist');
  await page.goto(server.url);
  await untilKept(page);
  const newer = page.getByText('There is a newer version');
  const [worker, kept] = [server.read('sw.js'), server.read('index.html')];
  const changed = kept.replace('<h1', '<h1 data-newer');
  const newerWorker = worker.replaceAll(hashOf(kept), hashOf(changed));
  expect(newerWorker).not.toBe(worker);
  const updated = () =>
    page.evaluate(async () => {
      const registration = (await navigator.serviceWorker.getRegistration())!;
      return new Promise<string>((resolve) => {
        const watch = () => {
          const worker = registration.installing!;
          worker.addEventListener('statechange', () => {
            if (worker.state === 'installed') resolve('kept');
            if (worker.state === 'redundant') resolve('refused');
          });
        };
        registration.addEventListener('updatefound', watch, { once: true });
        registration.update().catch(() => undefined);
      });
    });
  // Half a release: the page is still another than the worker knows of.
  server.change('/sw.js', newerWorker);
  server.change('/release.txt', 'newer');
  expect(await updated()).toBe('refused');
  await expect(newer).toBeHidden();

  server.change('/index.html', changed);
  expect(await updated()).toBe('kept');
  await expect(newer).toBeVisible();
  await page.getByRole('button', { name: 'Load it' }).click();
  await expect(inPage(page, 'h1[data-newer]')).toBeVisible();
  await server.end();
});
