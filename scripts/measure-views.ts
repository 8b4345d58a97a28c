/**
 * `npm run measure:views`: trains what TwoViews offers without labels, under three seeds each, with the
 * code that trains in the reader's browser, and writes to bench/views.json how well a few labels then do,
 * how the cloud lies, and how long it took. `npm run measure:views -- vicreg 2` measures one run under one
 * seed and prints it. All but the seconds is the same on every run.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { PRESETS, SENSIBLE } from '#islands/TwoViews/runs.ts';
import { readDigits } from '#support/readDigits.ts';
import { useNodeBackend } from '#support/nodeBackend.ts';
import { judgePixels, type ViewsRun, watchViews } from './views/watchViews.ts';

const FILE = new URL('../bench/views.json', import.meta.url);
const SEEDS = [1, 2, 3];
const WATCHED = [
  ...PRESETS.map(({ id, choices }) => ({ id, choices })),
  { id: 'conv', choices: { ...SENSIBLE, network: 'small-conv' } as const },
];

interface Measured {
  readonly pixels: ReturnType<typeof judgePixels>;
  readonly runs: readonly { readonly id: string; readonly seeds: readonly ViewsRun[] }[];
}

const rounded = (_: string, value: unknown) =>
  typeof value === 'number' ? Number(value.toPrecision(4)) : value;

const digits = readDigits();
await useNodeBackend('wasm', { accelerated: true });
const [wanted, seed] = process.argv.slice(2);

async function watch(id: string, of: number): Promise<ViewsRun> {
  const { choices } = WATCHED.find((each) => each.id === id)!;
  return watchViews({ ...choices, seed: of }, digits);
}

if (wanted !== undefined && !WATCHED.some(({ id }) => id === wanted)) {
  console.error(
    `There is no run "${wanted}", only ${WATCHED.map(({ id }) => id).join(', ')}, each with a seed.`,
  );
  process.exit(1);
}
if (wanted !== undefined) {
  console.log(JSON.stringify({ id: wanted, run: await watch(wanted, Number(seed ?? 1)) }, rounded));
} else {
  const known: Partial<Measured> = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {};
  const runs = [];
  for (const { id } of WATCHED) {
    const seeds = [];
    for (const each of SEEDS) seeds.push(await watch(id, each));
    runs.push({ id, seeds });
    const measured = { ...known, pixels: judgePixels(digits), runs };
    writeFileSync(FILE, `${JSON.stringify(measured, rounded, 2)}\n`);
    console.log(id);
  }
}
