/**
 * `npm run bench`: builds the site, measures it and prints one Markdown table; `npm run bench -- drag`
 * measures that part alone. Each part is written down as JSON under bench/, and bench/README.md is made
 * of them all; `npm run bench -- report` makes it without measuring. `npm run bench -- card FILE…` writes
 * down what a machine with a graphics card has printed.
 * Compare figures within a run only: another machine, or a busy one, moves them all.
 */
import { execFileSync } from 'node:child_process';
import type { MeasuredGroup } from '#components/measured.ts';
import { benchBatchSizes } from './bench/batchSizes.ts';
import { readCard } from './bench/card.ts';
import { benchDrag } from './bench/drag.ts';
import { benchFaces } from './bench/faces.ts';
import { benchKernels } from './bench/kernels.ts';
import { benchLoading } from './bench/loading.ts';
import { benchLosses } from './bench/losses.ts';
import { markdownTable } from './bench/markdown.ts';
import { benchMining } from './bench/mining.ts';
import { benchPhone } from './bench/phone.ts';
import type { Measured } from './bench/report.ts';
import { type Site, withSite } from './bench/site.ts';
import { benchThreads } from './bench/threads.ts';
import { benchTraining } from './bench/training.ts';
import { PART_NAMES, type PartName, writeDown, writeReport } from './bench/writeDown.ts';

type MeasuredHere = Exclude<PartName, 'card'>;

const PARTS: Readonly<Record<MeasuredHere, (site: Site) => Promise<Measured>>> = {
  training: benchTraining,
  phone: benchPhone,
  kernels: benchKernels,
  threads: benchThreads,
  'batch-sizes': benchBatchSizes,
  mining: benchMining,
  losses: benchLosses,
  loading: benchLoading,
  drag: benchDrag,
  faces: benchFaces,
};

async function measure(names: readonly MeasuredHere[]): Promise<void> {
  execFileSync(process.execPath, ['scripts/astro.mjs', 'build'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const groups: MeasuredGroup[] = [];
  await withSite(async (site) => {
    for (const name of names) {
      const started = performance.now();
      const report = writeDown(name, await PARTS[name](site));
      groups.push(...report.groups);
      // Beside the table, not in it: a run takes minutes.
      console.error(`${name}: ${Math.round((performance.now() - started) / 1000)} s`);
      for (const remark of report.remarks) console.error(`  ${remark}`);
    }
  });
  console.log(markdownTable(groups));
}

/** The table of a card's numbers, or why there is none. */
function writeCard(files: readonly string[]): void {
  try {
    const { measured, origin } = readCard(files);
    console.log(markdownTable(writeDown(CARD, measured, origin).groups));
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}

const CARD = 'card';
const REPORT = 'report';
const wanted = process.argv.slice(2);
if (wanted[0] === CARD) writeCard(wanted.slice(1));
else {
  const unknown = wanted.find((name) => name !== REPORT && !(name in PARTS));
  if (unknown !== undefined) {
    console.error(
      `There is no benchmark "${unknown}", only ${PART_NAMES.join(', ')} and ${REPORT}.`,
    );
    process.exit(1);
  }
  const here = PART_NAMES.filter((name) => name !== CARD);
  const names = here.filter((name) => wanted.length === 0 || wanted.includes(name));
  if (names.length > 0) await measure(names);
}
writeReport();
