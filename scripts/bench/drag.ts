/**
 * What one frame of a drag costs the page's main thread, from the pointer's move to what is handed
 * over for drawing, for every figure with something to drag, in the built site at 1,440 px.
 */
import type { Page } from '@playwright/test';
import type { Site } from './site.ts';
import { dragFrames, type FrameCost, KINDS, record } from './trace.ts';

/** In the order of the article: the page is read from top to bottom. */
const DRAGS = [
  { figure: 'Overture', what: 'scrub bar', grip: '.timeline input', path: 'line' },
  { figure: 'PairForces', what: 'point j', grip: '[data-point="j"]', path: 'circle' },
  {
    figure: 'PairCrowd',
    what: 'a point, while it runs',
    grip: '[data-point="p3"]',
    path: 'circle',
  },
  { figure: 'TripletForces', what: 'negative', grip: '[data-point="negative"]', path: 'circle' },
  { figure: 'CollapseDuel', what: 'step slider', grip: '.step-slider input', path: 'line' },
  { figure: 'TripletSorter', what: 'point', grip: '[data-point="n4"]', path: 'circle' },
  { figure: 'TripletSorter', what: 'on the line', grip: '[data-point="n4-on-line"]', path: 'line' },
  { figure: 'BatchMiner', what: 'point', grip: '[data-point="p6"]', path: 'circle' },
  {
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

function quantile(values: readonly number[], share: number): string {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(1);
}

function line({ figure, what }: Drag, frames: readonly FrameCost[]): string {
  const work = frames.map((frame) => frame.work);
  const quick = work.filter((cost) => cost < GOAL).length / work.length;
  const cells = [
    `${figure}, ${what}`,
    quantile(work, 0.5),
    quantile(work, 0.95),
    `${Math.round(100 * quick)} %`,
    ...KINDS.map((kind) =>
      quantile(
        frames.map(({ kinds }) => kinds[kind]),
        0.5,
      ),
    ),
    quantile(
      frames.map(({ tasks }) => tasks),
      0.5,
    ),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** A Markdown table: milliseconds of processor time per frame, and the medians of its parts. */
export async function benchDrag({ browser, url }: Site): Promise<string> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  try {
    await page.goto(url);
    const columns = ['median', '95th percentile', `under ${GOAL} ms`, ...KINDS, 'all tasks'];
    const lines = [
      `| a frame of a drag, ms on the main thread | ${columns.join(' | ')} |`,
      `|---|${columns.map(() => '---|').join('')}`,
    ];
    for (const drag of DRAGS) lines.push(line(drag, await measure(page, drag)));
    return lines.join('\n');
  } finally {
    await page.close();
  }
}
