import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { type Group, type Measured, type Row, slug } from './report.ts';
import type { Site } from './site.ts';

interface Part {
  readonly path: string;
  readonly name: string;
  /** Gzipped, as by a server. */
  readonly bytes: number;
}

/** A name for every build: a bundler puts eight characters of a hash before the ending. */
const HASH = /[.-][\w-]{8}(?=\.\w+$)/;
/** Every backend of TensorFlow.js comes from a folder named dist: what it registers tells them apart. */
const BACKEND = /backendName:[`'"](\w+)/;

function partOf(path: string, body: Buffer): Part {
  const name = path.split('/').at(-1)!.replace(HASH, '');
  const backend = name.endsWith('.js') && BACKEND.exec(body.toString('latin1'))?.[1];
  return { path, name: backend ? `${name} (${backend})` : name, bytes: gzipSync(body).length };
}

/** Without WebAssembly a machine without a graphics processor takes its time. */
const LONGEST_START = 120_000;
const IS_PART = /\.(m?js|wasm|bin)$/;
const isData = ({ path }: Part) => path.endsWith('.bin');

/** What a page and its workers fetch of scripts, WebAssembly and data. */
function watch(page: Page) {
  const parts = new Map<string, Promise<Part>>();
  page.context().on('response', (response) => {
    const { pathname: path } = new URL(response.url());
    if (!IS_PART.test(path) || !response.ok()) return;
    parts.set(
      path,
      response.body().then((body) => partOf(path, body)),
    );
  });
  return (): Promise<Part[]> => Promise.all(parts.values());
}

const without = (parts: readonly Part[], seen: readonly Part[]): readonly Part[] =>
  parts.filter(({ path }) => !seen.some((other) => other.path === path));

const total = (id: string, what: string, parts: readonly Part[]): Row => ({
  id,
  what,
  unit: 'kB gz',
  values: [parts.reduce((sum, { bytes }) => sum + bytes, 0) / 1000],
});

/** All of them together, then each, the largest first; of one name there may be several, but for capitals. */
function group(id: string, title: string, parts: readonly Part[]): Group {
  const seen = new Map<string, number>();
  const each = parts
    .toSorted((a, b) => b.bytes - a.bytes)
    .map((part) => {
      const id = slug(part.name);
      const count = (seen.get(id) ?? 0) + 1;
      seen.set(id, count);
      return total(count > 1 ? `${id}-${count}` : id, part.name, [part]);
    });
  return { id, title, rows: [total('together', 'together', parts), ...each] };
}

/** Every part that was built, whether or not it was fetched. */
const built = (): Part[] =>
  readdirSync('dist', { recursive: true, encoding: 'utf8' })
    .filter((path) => IS_PART.test(path))
    .map((path) => partOf(`/${path.replaceAll('\\', '/')}`, readFileSync(join('dist', path))));

async function open({ url, browser }: Site, broken?: RegExp) {
  const page = await browser.newPage({ serviceWorkers: 'block' });
  if (broken) await page.route(broken, (route) => route.abort());
  // Nothing is got ready for training before it is asked for: it would count among the figures.
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
  );
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

/** Bytes of what the article loads at once, of each part that it loads later, and of what it may load. */
export async function benchLoading(site: Site): Promise<Measured> {
  const { page, parts } = await open(site);
  const inline = (await page.locator('script:not([src])').allTextContents()).join('\n');
  const atOnce = [partOf('inline', Buffer.from(inline)), ...(await parts())];
  for (const figure of await page.locator('[data-figure]').all()) {
    await figure.scrollIntoViewIfNeeded();
    await page
      .locator(`[data-figure="${await figure.getAttribute('data-figure')}"][data-ready]`)
      .waitFor();
  }
  await page.waitForLoadState('networkidle');
  const scrolled = await parts();
  await startRun(page);
  const run = await parts();
  await page.close();

  const fallback = await open(site, /\.wasm$/);
  await startRun(fallback.page);
  const withFallback = await fallback.parts();
  await fallback.page.close();

  const fetched = [...run, ...withFallback];
  return {
    heading: 'What is loaded',
    groups: [
      group(
        'first-scripts',
        'Bytes at first load: scripts',
        atOnce.filter((part) => !isData(part)),
      ),
      group('first-data', 'At first load: data', atOnce.filter(isData)),
      group('figures', 'Figures, once scrolled to', without(scrolled, atOnce)),
      group('training', 'Training, once started', without(run, scrolled)),
      group(
        'training-without-wasm',
        'Training without WebAssembly, besides',
        without(withFallback, run),
      ),
      group('on-demand', 'Only where it is asked for', without(built(), fetched)),
    ],
    versions: { chromium: site.browser.version() },
  };
}
