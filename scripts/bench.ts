/**
 * `npm run bench`: builds the site, measures it and prints one Markdown table; `npm run bench -- drag`
 * measures that part alone. Each part is written down under bench/, and bench/README.md joins them.
 * Compare figures within a run only: another machine, or a busy one, moves them all.
 */
import { execFileSync } from 'node:child_process';
import { benchDrag } from './bench/drag.ts';
import { benchFaces } from './bench/faces.ts';
import { benchKernels } from './bench/kernels.ts';
import { benchLoading } from './bench/loading.ts';
import { benchMining } from './bench/mining.ts';
import { type Group, type Measured, markdownTable } from './bench/report.ts';
import { type Site, withSite } from './bench/site.ts';
import { benchTraining } from './bench/training.ts';
import { joinReports, writeDown } from './bench/writeDown.ts';

interface Part {
  readonly heading: string;
  readonly measure: (site: Site) => Promise<Measured>;
}

const PARTS: ReadonlyMap<string, Part> = new Map([
  ['training', { heading: 'Training in the lab', measure: benchTraining }],
  ['kernels', { heading: 'The kernels', measure: benchKernels }],
  ['mining', { heading: 'Mining and judging', measure: benchMining }],
  ['loading', { heading: 'What is loaded', measure: benchLoading }],
  ['drag', { heading: 'Dragging', measure: benchDrag }],
  ['faces', { heading: 'Drawn faces', measure: benchFaces }],
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
const groups: Group[] = [];
await withSite(async (site) => {
  for (const [name, { heading, measure }] of PARTS) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const started = performance.now();
    const measured = await measure(site);
    writeDown({ name, heading, ...measured });
    groups.push(...measured.groups);
    // Beside the table, not in it: a run takes minutes.
    console.error(`${name}: ${Math.round((performance.now() - started) / 1000)} s`);
    for (const remark of measured.remarks ?? []) console.error(`  ${remark}`);
  }
});
joinReports([...PARTS.keys()]);
console.log(markdownTable(groups));
