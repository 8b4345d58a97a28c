/**
 * `npm run bench`: builds the site, measures it and prints one Markdown table. Compare figures
 * within a run only: another machine, or a busy one, moves them all.
 */
import { execFileSync } from 'node:child_process';
import { measureDrag } from './bench/drag.ts';
import { benchLoading } from './bench/loading.ts';
import { benchMining } from './bench/mining.ts';
import { type Group, markdownTable } from './bench/report.ts';
import { type Site, withSite } from './bench/site.ts';
import { benchTraining } from './bench/training.ts';

async function benchDrag({ browser, url }: Site): Promise<Group> {
  const costs = await measureDrag(browser, url);
  return {
    title: 'A frame of a drag, processor time of the main thread',
    rows: costs.flatMap(({ figure, median, p95 }) => [
      { what: figure, unit: 'ms', values: [median] },
      { what: `${figure}, 95th percentile`, unit: 'ms', values: [p95] },
    ]),
  };
}

execFileSync(process.execPath, ['scripts/astro.mjs', 'build'], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
const groups = [
  ...(await withSite(async (site) => [
    ...(await benchTraining(site)),
    await benchDrag(site),
    ...(await benchLoading(site)),
  ])),
  ...(await benchMining()),
];
console.log(markdownTable(groups));
