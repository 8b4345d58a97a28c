/**
 * `npm run measure`: trains what the chapter on mining tells of, under three seeds each, with the code
 * that trains in the reader's browser, and writes what came of it to bench/collapse.json, and to
 * bench/baselines.json how far one gets without training. About half an hour;
 * `npm run measure -- sphere` measures a part and leaves the others as they are. All but the cost of an
 * offline pass is the same on every run.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readDigits } from '#support/readDigits.ts';
import { useNodeBackend } from '#support/nodeBackend.ts';
import { measureBaselines } from './collapse/baselines.ts';
import { measureRescue } from './collapse/rescue.ts';
import { WATCHED } from './collapse/runs.ts';
import { measureStaleness } from './collapse/staleness.ts';
import { watchRuns, type WatchedRuns } from './collapse/watchRun.ts';

const fileOf = (name: string) => new URL(`../bench/${name}.json`, import.meta.url);

const rounded = (_: string, value: unknown) =>
  typeof value === 'number' ? Number(value.toPrecision(4)) : value;

/** Writes parts of a file, and leaves its others. */
function writeParts(name: string, parts: object): void {
  const file = fileOf(name);
  const before = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  writeFileSync(file, `${JSON.stringify({ ...before, ...parts }, rounded, 2)}\n`);
}

const digits = readDigits();

async function watchPart(name: keyof typeof WATCHED): Promise<void> {
  const measured: WatchedRuns[] = [];
  for (const watched of WATCHED[name]) {
    measured.push(await watchRuns(watched, digits));
    console.log(watched.id);
    writeParts('collapse', { [name]: measured });
  }
}

const PARTS: ReadonlyMap<string, () => Promise<void>> = new Map([
  ...(Object.keys(WATCHED) as (keyof typeof WATCHED)[]).map(
    (name) => [name, () => watchPart(name)] as const,
  ),
  [
    'staleness',
    async () => writeParts('collapse', { staleness: await measureStaleness(digits) }),
  ] as const,
  ['rescue', async () => writeParts('collapse', { rescue: await measureRescue(digits) })] as const,
  ['baselines', async () => writeParts('baselines', await measureBaselines(digits))] as const,
]);

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !PARTS.has(name));
if (unknown !== undefined) {
  console.error(`There is no measurement "${unknown}", only ${[...PARTS.keys()].join(', ')}.`);
  process.exit(1);
}
await useNodeBackend('wasm', { accelerated: true });
for (const [name, measure] of PARTS)
  if (wanted.length === 0 || wanted.includes(name)) await measure();
