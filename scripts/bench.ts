/**
 * `npm run bench`: builds the site, measures it and prints one Markdown table. Compare figures
 * within a run only: another machine, or a busy one, moves them all.
 */
import { execFileSync } from 'node:child_process';
import { benchLoading } from './bench/loading.ts';
import { markdownTable } from './bench/report.ts';
import { withSite } from './bench/site.ts';
import { benchTensorMining } from './bench/tensorMining.ts';
import { benchTraining } from './bench/training.ts';

execFileSync(process.execPath, ['scripts/astro.mjs', 'build'], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
const groups = [
  ...(await withSite(async (site) => [
    ...(await benchTraining(site)),
    ...(await benchLoading(site)),
  ])),
  ...(await benchTensorMining()),
];
console.log(markdownTable(groups));
