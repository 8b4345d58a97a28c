/**
 * What one frame of a drag costs the page's main thread, from the pointer's move to what is handed
 * over for drawing, for every figure with something to drag, in the built site at 1,440 px.
 */
import type { Page } from '@playwright/test';
import { type Group, type Measured, type Row, slug } from './report.ts';
import type { Site } from './site.ts';
import { dragFrames, type FrameCost, KINDS, record } from './trace.ts';

/** In the order of the article: the page is read from top to bottom. */
const DRAGS = [
  {
    id: 'overture',
    figure: 'Overture',
    what: 'scrub bar',
    grip: '.timeline input',
    path: 'line',
  },
  {
    id: 'pair-forces',
    figure: 'PairForces',
    what: 'point j',
    grip: '[data-point="j"]',
    path: 'circle',
  },
  {
    id: 'pair-crowd',
    figure: 'PairCrowd',
    what: 'a point, while it runs',
    grip: '[data-point="p3"]',
    path: 'circle',
  },
  {
    id: 'triplet-forces',
    figure: 'TripletForces',
    what: 'negative',
    grip: '[data-point="negative"]',
    path: 'circle',
  },
  {
    id: 'collapse-duel',
    figure: 'CollapseDuel',
    what: 'step slider',
    grip: '.step-slider input',
    path: 'line',
  },
  {
    id: 'triplet-sorter',
    figure: 'TripletSorter',
    what: 'point',
    grip: '[data-point="n4"]',
    path: 'circle',
  },
  {
    id: 'triplet-sorter-line',
    figure: 'TripletSorter',
    what: 'on the line',
    grip: '[data-point="n4-on-line"]',
    path: 'line',
  },
  {
    id: 'batch-miner',
    figure: 'BatchMiner',
    what: 'point',
    grip: '[data-point="p6"]',
    path: 'circle',
  },
  {
    id: 'verification-threshold',
    figure: 'VerificationThreshold',
    what: 'threshold',
    grip: '[data-point="threshold"]',
    path: 'line',
  },
] as const;
type Drag = (typeof DRAGS)[number];

const FRAMES = 120;
const REACH = 60;
const GOAL = 8;

const PATHS = {
  circle: (turn: number) => ({ x: REACH * Math.sin(turn), y: REACH * (1 - Math.cos(turn)) }),
  line: (turn: number) => ({ x: REACH * Math.sin(turn), y: 0 }),
} as const;

async function measure(page: Page, { figure, grip, path }: Drag): Promise<FrameCost[]> {
  const root = page.locator(`[data-figure="${figure}"]`);
  await root.scrollIntoViewIfNeeded();
  await page.waitForSelector(`[data-figure="${figure}"][data-ready="true"]`);
  const element = root.locator(grip);
  await element.evaluate((node) => node.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const box = await element.boundingBox();
  if (!box) throw new Error(`${figure} has no ${grip} on the screen.`);
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };

  const client = await page.context().newCDPSession(page);
  await page.mouse.move(centre.x, centre.y);
  await page.mouse.down();
  const trace = await record(client, async () => {
    for (let k = 1; k <= FRAMES; k++) {
      const { x, y } = PATHS[path]((k / FRAMES) * 2 * Math.PI);
      await page.mouse.move(centre.x + x, centre.y + y);
      // Not requestAnimationFrame, which would ask for frames of its own.
      await page.waitForTimeout(20);
    }
  });
  await page.mouse.up();
  await client.detach();
  return dragFrames(trace);
}

const ms = (id: string, what: string, values: readonly number[]): Row => ({
  id,
  what,
  unit: 'ms',
  values,
});

function group({ id, figure, what }: Drag, frames: readonly FrameCost[]): Group {
  const work = frames.map((frame) => frame.work);
  const sorted = work.toSorted((a, b) => a - b);
  const quick = work.filter((cost) => cost < GOAL).length / work.length;
  return {
    id,
    title: `A frame of a drag, the page's main thread: ${figure}, ${what}`,
    rows: [
      ms('frame', 'from the move to what is drawn', work),
      ms('percentile-95', 'its 95th percentile', [
        sorted[Math.floor(0.95 * (sorted.length - 1))] ?? Number.NaN,
      ]),
      { id: 'quick-frames', what: `frames under ${GOAL} ms`, unit: '%', values: [100 * quick] },
      ...KINDS.map((kind) =>
        ms(
          slug(kind),
          `of it: ${kind}`,
          frames.map(({ kinds }) => kinds[kind]),
        ),
      ),
      ms(
        'tasks',
        'with the browser’s upkeep and the tracing',
        frames.map(({ tasks }) => tasks),
      ),
    ],
  };
}

/** Milliseconds of processor time per frame of each drag, and of its parts. */
export async function benchDrag({ browser, url }: Site): Promise<Measured> {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 1000 },
    serviceWorkers: 'block',
  });
  try {
    await page.goto(url);
    const groups: Group[] = [];
    for (const drag of DRAGS) groups.push(group(drag, await measure(page, drag)));
    return { heading: 'Dragging', groups, versions: { chromium: browser.version() } };
  } finally {
    await page.close();
  }
}
