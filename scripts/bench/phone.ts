import { cpus, loadavg } from 'node:os';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { slowDown } from './phone/slowDown.ts';
import { spin } from './phone/spin.ts';
import { type Group, type Measured, median, type Row, rowsOf } from './report.ts';
import type { Site } from './site.ts';
import { figureOn, readLab, runLab } from './training/labRun.ts';
import type { Seen } from './training/watchLab.ts';

const ROUNDS = 3;
const FACTOR = 4;
const GOAL = 0.9;
const IMAGES_OF_A_STEP = 120;
const WINDOW = { width: 390, height: 844 };

interface Run {
  readonly seen: Seen;
  readonly stepsPerSecond: number;
  /** What the same work took after the run, in milliseconds. */
  readonly page: number;
  readonly worker: number;
}

/** The page's thread and the one that trains, once both are idle. */
async function spinBoth(page: Page): Promise<Pick<Run, 'page' | 'worker'>> {
  const figure = figureOn(page);
  await figure.getByRole('button', { name: 'Pause', exact: true }).click();
  await figure.getByRole('button', { name: 'Run', exact: true }).waitFor();
  const [worker] = page.workers();
  if (!worker) throw new Error('the lab trains in no worker: nothing says how slow it was');
  return { page: await page.evaluate(spin), worker: await worker.evaluate(spin) };
}

async function runOn(page: Page, url: string): Promise<Run> {
  const seen = await runLab(page, url, ({ reached }) => reached[GOAL] !== undefined);
  const { imagesPerSecond } = await readLab(page);
  const stepsPerSecond = imagesPerSecond / IMAGES_OF_A_STEP;
  return { seen, stepsPerSecond, ...(await spinBoth(page)) };
}

async function visit(browser: Browser, url: string, factor: number): Promise<Run> {
  const context: BrowserContext = await browser.newContext({
    viewport: WINDOW,
    serviceWorkers: 'block',
  });
  try {
    const page = await context.newPage();
    // What comes of the same host goes on in the same process.
    await page.goto(`${url}/404.html`);
    const release = factor > 1 ? await slowDown(browser, factor) : undefined;
    try {
      return await runOn(page, url);
    } finally {
      await release?.();
    }
  } finally {
    await context.close();
  }
}

const SPEEDS = [
  { id: 'full', what: 'the processor as it is', factor: 1 },
  { id: 'slowed', what: `the processor ${FACTOR} times slower`, factor: FACTOR },
] as const;
type Runs = readonly [full: Run[], slowed: Run[]];

function groupsOf(runs: Runs): Group[] {
  const rows = (unit: string, value: (run: Run) => number | undefined): Row[] =>
    rowsOf(
      SPEEDS.map(({ id, what }, index) => ({ id, what, of: runs[index]! })),
      unit,
      (run) => value(run) ?? Number.NaN,
    );
  return [
    {
      id: 'first-frame',
      title: 'Run pressed to the first moving frame, first visit',
      rows: rows('ms', ({ seen }) => seen.moved),
    },
    {
      id: `time-to-knn-${GOAL}`,
      title: `Run pressed to kNN accuracy ${GOAL}`,
      rows: rows('s', ({ seen }) => seen.reached[GOAL] && seen.reached[GOAL].at / 1000),
    },
    {
      id: 'steps',
      title: 'Steps trained',
      rows: rows('steps/s', ({ stepsPerSecond }) => stepsPerSecond),
    },
    {
      id: 'spin-page',
      title: 'The same work on the page’s thread, to see how slow it was',
      rows: rows('ms', ({ page }) => page),
    },
    {
      id: 'spin-worker',
      title: 'The same work on the thread that trains',
      rows: rows('ms', ({ worker }) => worker),
    },
  ];
}

/** Throws where work did not take longer by about as much as it should have. */
function checkSlowness(runs: Runs): void {
  for (const thread of ['page', 'worker'] as const) {
    const [full, slowed] = runs.map((of) => median(of.map((run) => run[thread])));
    const factor = slowed! / full!;
    if (!(factor > FACTOR / 2 && factor < 2 * FACTOR))
      throw new Error(
        `the thread of the ${thread} was ${factor.toFixed(1)} times slower, not ${FACTOR}`,
      );
  }
}

/** Runs in the lab with its defaults, on the built site, as it is and on a processor of a phone's class, by turns. */
export async function benchPhone({ browser, url }: Site): Promise<Measured> {
  const runs: Runs = [[], []];
  for (let round = 0; round < ROUNDS; round++)
    for (const [index, { factor }] of SPEEDS.entries())
      runs[index]!.push(await visit(browser, url, factor));
  checkSlowness(runs);
  return {
    heading: 'On a phone’s processor',
    groups: groupsOf(runs),
    versions: { chromium: browser.version() },
    remarks: [
      `The lab’s defaults in a window of ${WINDOW.width} × ${WINDOW.height}. All threads of the page, its worker’s among them, are let run a quarter of the time, from before the page is opened: DevTools’ throttling refuses workers. The browser’s other processes, which draw, are not slowed.`,
      `While it was measured the machine had ${loadavg()[1]!.toFixed(1)} tasks to run on ${cpus().length} cores, about two of them this measurement’s own.`,
    ],
  };
}
