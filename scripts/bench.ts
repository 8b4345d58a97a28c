/**
 * `npm run bench`: builds the site, measures it and prints Markdown tables; `npm run bench -- drag`
 * measures that part alone. Compare figures within a run only: another machine, or a busy one,
 * moves them all.
 */
import { execFileSync } from 'node:child_process';
import { benchDrag } from './bench/drag.ts';
import { benchFaces } from './bench/faces.ts';
import { benchKernels } from './bench/kernels.ts';
import { benchLoading } from './bench/loading.ts';
import { benchMining } from './bench/mining.ts';
import { markdownTable } from './bench/report.ts';
import { type Site, withSite } from './bench/site.ts';
import { benchTraining } from './bench/training.ts';

const PARTS: ReadonlyMap<string, (site: Site) => Promise<string>> = new Map([
  ['training', async (site: Site) => markdownTable(await benchTraining(site))],
  ['kernels', benchKernels],
  ['drag', benchDrag],
  ['loading', async (site: Site) => markdownTable(await benchLoading(site))],
  ['mining', async () => markdownTable(await benchMining())],
  ['faces', benchFaces],
]);

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !PARTS.has(name));
if (unknown !== undefined) {
  console.error(`There is no benchmark "${unknown}", only ${[...PARTS.keys()].join(', ')}.`);
  process.exit(1);
}
execFileSync(process.execPath, ['scripts/astro.mjs', 'build'], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
await withSite(async (site) => {
  for (const [name, measure] of PARTS)
    if (wanted.length === 0 || wanted.includes(name)) console.log(`${await measure(site)}\n`);
});
