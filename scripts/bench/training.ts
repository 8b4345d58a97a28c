import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Browser } from '@playwright/test';
import { type Group, type Measured, type Row, rowsOf } from './report.ts';
import { type Site, withServer } from './site.ts';
import { GOALS, PARTS, readLab, runLab } from './training/labRun.ts';
import type { Seen } from './training/watchLab.ts';

const RUNS = 3;
const STOCK_FOLDER = 'node_modules/.bench/stock';

const SAME =
  'The run on TensorFlow.js as shipped is the run of the same article in the same browser, built with four files swapped: the matMul and activations of TensorFlow.js in the place of our layers’, its tape in the place of our pass back, its Adam in the place of ours, and none of our kernels. The page, the worker, the digits, the seed and so every batch, the mining outside the tape, the evaluation and the drawing are the same code.';

interface Run {
  readonly seen: Seen;
  readonly imagesPerSecond: number;
  /** Milliseconds of a step, by part. */
  readonly parts: readonly number[];
  /** To the first moving frame when the browser has everything from a visit before. */
  readonly cached: Seen;
}

/** A first visit until the last goal is reached; then another, with what the browser has kept. */
async function visitTwice(browser: Browser, url: string): Promise<Run> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 1000 },
    serviceWorkers: 'block',
  });
  try {
    const first = await context.newPage();
    const seen = await runLab(first, url, ({ reached }) => GOALS.every((goal) => reached[goal]));
    const told = await readLab(first);
    await first.close();
    const second = await context.newPage();
    const cached = await runLab(second, url, ({ moved }) => moved !== undefined);
    return { ...told, seen, cached };
  } finally {
    await context.close();
  }
}

const ENGINES = [
  { id: 'stock', what: 'TensorFlow.js as shipped, wasm' },
  { id: 'ours', what: 'our layers and kernels, wasm' },
] as const;
type Runs = readonly [stock: Run[], ours: Run[]];

const rows = (runs: Runs, unit: string, value: (run: Run) => number | undefined): Row[] =>
  rowsOf(
    ENGINES.map((engine, index) => ({ ...engine, of: runs[index]! })),
    unit,
    (run) => value(run) ?? Number.NaN,
  );

function groupsOf(runs: Runs): Group[] {
  const goals = GOALS.flatMap((goal): Group[] => [
    {
      id: `time-to-knn-${goal}`,
      title: `Run pressed to kNN accuracy ${goal}, start-up included`,
      rows: rows(runs, 's', ({ seen }) => seen.reached[goal] && seen.reached[goal].at / 1000),
    },
    {
      id: `steps-to-knn-${goal}`,
      title: `Steps to kNN accuracy ${goal}`,
      rows: rows(runs, 'steps', ({ seen }) => seen.reached[goal]?.step),
    },
  ]);
  const longTasks = ({ moved = 0, longTasks: begun }: Seen) =>
    begun.filter((at) => at > moved).length;
  return [
    {
      id: 'first-frame',
      title: 'Run pressed to the first moving frame, first visit',
      rows: rows(runs, 'ms', ({ seen }) => seen.moved),
    },
    {
      id: 'first-frame-cached',
      title: 'Run pressed to the first moving frame, data and kernels kept by the browser',
      rows: rows(runs, 'ms', ({ cached }) => cached.moved),
    },
    ...goals,
    {
      id: 'images',
      title: 'Images trained on',
      rows: rows(runs, 'images/s', ({ imagesPerSecond }) => imagesPerSecond),
    },
    ...ENGINES.map(({ id, what }, index) => ({
      id: `step-${id}`,
      title: `A step on ${what}, by the clock of the worker`,
      rows: PARTS.map((part, at) => ({
        id: part,
        what: part,
        unit: 'ms',
        values: runs[index]!.map(({ parts }) => parts[at]!),
      })),
    })),
    {
      id: 'long-tasks',
      title: 'Tasks of over 50 ms on the page’s own thread, from the first moving frame on',
      rows: rows(runs, 'tasks', ({ seen }) => longTasks(seen)),
    },
  ];
}

/**
 * Runs in the lab with its defaults, in the browser, on the built site; and on the same site with
 * TensorFlow.js as shipped, by turns.
 */
export async function benchTraining({ browser, url }: Site): Promise<Measured> {
  const script = fileURLToPath(new URL('./stock/buildStockSite.ts', import.meta.url));
  execFileSync(process.execPath, [script, STOCK_FOLDER], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  const runs: Runs = [[], []];
  await withServer(STOCK_FOLDER, async (stockUrl) => {
    for (let round = 0; round < RUNS; round++)
      for (const [engine, address] of [stockUrl, url].entries())
        runs[engine]!.push(await visitTwice(browser, address));
  });
  return {
    heading: 'Training in the lab',
    groups: groupsOf(runs),
    versions: { chromium: browser.version() },
    remarks: [
      'The lab’s defaults: triplet loss, batch-all, 10 × 12 digits a batch, MLP 784-256-128-2, Adam.',
      SAME,
      'Accuracy is judged after 10, 25 and 50 steps, then every 100 steps or two seconds, whichever comes first: by 250 digits at first, then by more, in a tenth of the time.',
    ],
  };
}
