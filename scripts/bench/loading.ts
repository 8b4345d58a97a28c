import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import type { Group, Row } from './report.ts';
import type { Site } from './site.ts';

interface Part {
  readonly path: string;
  readonly bytes: number;
}

/** Without WebAssembly a machine without a graphics processor takes its time. */
const LONGEST_START = 120_000;
const IS_PART = /\.(m?js|wasm|bin)$/;
const isData = ({ path }: Part) => path.endsWith('.bin');

/** What a page and its workers fetch of scripts, WebAssembly and data, gzipped as by a server. */
function watch(page: Page) {
  const parts = new Map<string, Promise<Part>>();
  page.context().on('response', (response) => {
    const { pathname: path } = new URL(response.url());
    if (!IS_PART.test(path) || !response.ok()) return;
    const body = response.body().then((bytes) => ({ path, bytes: gzipSync(bytes).length }));
    parts.set(path, body);
  });
  return (): Promise<Part[]> => Promise.all(parts.values());
}

const without = (parts: readonly Part[], seen: readonly Part[]): readonly Part[] =>
  parts.filter(({ path }) => !seen.some((other) => other.path === path));

const total = (what: string, parts: readonly Part[]): Row => ({
  what,
  unit: 'kB gz',
  values: [parts.reduce((sum, { bytes }) => sum + bytes, 0) / 1000],
});

const each = (when: string, parts: readonly Part[]): Row[] =>
  parts.map((part) => total(`${when}: ${part.path.split('/').at(-1)}`, [part]));

async function open({ url, browser }: Site, broken?: RegExp) {
  const page = await browser.newPage();
  if (broken) await page.route(broken, (route) => route.abort());
  const parts = watch(page);
  await page.goto(url, { waitUntil: 'networkidle' });
  return { page, parts };
}

/** One step of training loads all that training needs. */
async function startRun(page: Page): Promise<void> {
  const figure = page.locator('[data-figure="TrainingLab"]');
  await figure.scrollIntoViewIfNeeded();
  await page.locator('[data-figure="TrainingLab"][data-ready="true"]').waitFor();
  await figure.getByRole('button', { name: 'One step', exact: true }).click();
  await figure
    .locator('[data-quantity="step"][data-value="1"]')
    .waitFor({ timeout: LONGEST_START });
}

/** Bytes of what the article loads at once, and of each part that it loads later. */
export async function benchLoading(site: Site): Promise<Group[]> {
  const { page, parts } = await open(site);
  const inline = (await page.locator('script:not([src])').allTextContents()).join('\n');
  const atOnce = [{ path: 'inline', bytes: gzipSync(inline).length }, ...(await parts())];
  for (const figure of await page.locator('[data-figure]').all()) {
    await figure.scrollIntoViewIfNeeded();
    await page.waitForLoadState('networkidle');
  }
  const scrolled = await parts();
  await startRun(page);
  const run = await parts();
  await page.close();

  const fallback = await open(site, /\.wasm$/);
  await startRun(fallback.page);
  const withFallback = await fallback.parts();
  await fallback.page.close();

  const figures = without(scrolled, atOnce);
  const training = without(run, scrolled);
  return [
    {
      title: 'Bytes',
      rows: [
        total(
          'script at first load',
          atOnce.filter((part) => !isData(part)),
        ),
        ...each('at first load', atOnce.filter(isData)),
        total('figures, once scrolled to', figures),
        ...each('figures', figures),
        total('training, once started', training),
        ...each('training', training),
        ...each('training without WebAssembly', without(withFallback, run)),
      ],
    },
  ];
}
