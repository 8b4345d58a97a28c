/** A page whose scripts are the sources as they are, so that a test can call what no figure shows. */
import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';

const root = fileURLToPath(new URL('../..', import.meta.url));
const PLACE = '/sources/';

const tensorflow = (part: string, file: string) => [
  `@tensorflow/tfjs-${part}`,
  `${PLACE}node_modules/@tensorflow/tfjs-${part}/dist/${file}.fesm.js`,
];
const imports = Object.fromEntries([
  ...['metric', 'kernels', 'data', 'training'].map((name) => [`#${name}/`, `${PLACE}src/${name}/`]),
  ['#support/', `${PLACE}tests/support/`],
  tensorflow('core', 'tf-core'),
  tensorflow('backend-webgpu', 'tf-backend-webgpu'),
  tensorflow('backend-cpu', 'tf-backend-cpu'),
  // Only for operations that draw numbers, and nothing here does.
  ['seedrandom', 'data:text/javascript,export {}'],
]);
const HTML = `<!doctype html><title>sources</title>
<script type="importmap">${JSON.stringify({ imports })}</script>`;

async function sourceOf(path: string): Promise<{ contentType: string; body: string }> {
  if (path === '') return { contentType: 'text/html', body: HTML };
  const text = await readFile(`${root}${path}`, 'utf8');
  const body = path.endsWith('.ts') ? stripTypeScriptTypes(text) : text;
  return { contentType: 'text/javascript', body };
}

/** Opens the page; what it answers for is under /sources/. */
export async function openSources(page: Page): Promise<void> {
  await page.route(`**${PLACE}**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    await route.fulfill(await sourceOf(pathname.slice(PLACE.length)));
  });
  await page.goto(PLACE);
}

/** Calls an exported function of a module, named by its path from the root of the sources. */
export const callSource = <T>(page: Page, path: string, name: string): Promise<T> =>
  page.evaluate(
    async ([path, name]) => (await import(path!))[name!](),
    [`${PLACE}${path}`, name],
  ) as Promise<T>;
