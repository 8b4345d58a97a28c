/**
 * `npm run measure`: trains what the chapter on mining tells of, under three seeds each, with the code
 * that trains in the reader's browser, and writes what came of it to bench/collapse.json, and to
 * bench/baselines.json how far one gets without training, to bench/new-classes.json what networks make
 * of classes that they never saw, and to bench/softmax.json what the lab's presets of softmaxes come to.
 * About three quarters of an hour;
 * `npm run measure -- sphere` measures a part, or a single run by its name, and leaves the others as they are. All but the cost of an
 * offline pass is the same on every run.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readDigits } from '#support/readDigits.ts';
import { useNodeBackend } from '#support/nodeBackend.ts';
import { measureBaselines } from './collapse/baselines.ts';
import { measureRescue } from './collapse/rescue.ts';
import { WATCHED } from './collapse/runs.ts';
import { measureStaleness } from './collapse/staleness.ts';
import { measureNewClasses } from './signs/measureNewClasses.ts';
import { watchRuns, type WatchedRuns } from './collapse/watchRun.ts';
import { measurePixels, measurePreset } from './softmax/measurePreset.ts';
import { SOFTMAX_RUNS } from './softmax/runs.ts';

const fileOf = (name: string) => new URL(`../bench/${name}.json`, import.meta.url);

const rounded = (_: string, value: unknown) =>
  typeof value === 'number' ? Number(value.toPrecision(4)) : value;

const readFile = (name: string) =>
  existsSync(fileOf(name)) ? JSON.parse(readFileSync(fileOf(name), 'utf8')) : {};

/** Writes parts of a file, and leaves its others. */
const writeParts = (name: string, parts: object): void =>
  writeFileSync(fileOf(name), `${JSON.stringify({ ...readFile(name), ...parts }, rounded, 2)}\n`);

const digits = readDigits();
const wanted = process.argv.slice(2);
const isWanted = (...names: readonly string[]) =>
  wanted.length === 0 || names.some((name) => wanted.includes(name));

type Part = keyof typeof WATCHED;
const WATCHED_PARTS = Object.keys(WATCHED) as Part[];

/** Writes each run as soon as it is done, in the place of the one of the same name. */
async function watchPart(part: Part): Promise<void> {
  for (const watched of WATCHED[part]) {
    if (!isWanted(part, watched.id)) continue;
    const runs = await watchRuns(watched, digits);
    const before: readonly WatchedRuns[] = readFile('collapse')[part] ?? [];
    const now = new Map(before.map((each) => [each.id, each])).set(watched.id, runs);
    writeParts('collapse', {
      [part]: WATCHED[part].flatMap(({ id }) => now.get(id) ?? []),
    });
    console.log(watched.id);
  }
}

const OTHERS: ReadonlyMap<string, () => Promise<void>> = new Map([
  ['staleness', async () => writeParts('collapse', { staleness: await measureStaleness(digits) })],
  ['rescue', async () => writeParts('collapse', { rescue: await measureRescue(digits) })],
  ['new-classes', async () => writeParts('new-classes', await measureNewClasses(digits))],
  ['pixels', async () => writeParts('softmax', { pixels: measurePixels(digits) })],
  ...SOFTMAX_RUNS.map((run): [string, () => Promise<void>] => [
    run.id,
    async () => writeParts('softmax', { [run.id]: await measurePreset(run, digits) }),
  ]),
  ['baselines', async () => writeParts('baselines', await measureBaselines(digits))],
]);

const known = [...WATCHED_PARTS, ...OTHERS.keys()];
const ids = Object.values(WATCHED).flatMap((part) => part.map(({ id }) => id));
const unknown = wanted.find((name) => ![...known, ...ids].includes(name));
if (unknown !== undefined) {
  console.error(
    `There is no measurement "${unknown}", only ${known.join(', ')}, and each run by its name.`,
  );
  process.exit(1);
}
await useNodeBackend('wasm', { accelerated: true });
for (const part of WATCHED_PARTS) await watchPart(part);
for (const [name, measure] of OTHERS) if (isWanted(name)) await measure();
