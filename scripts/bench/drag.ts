/**
 * What one frame of a drag costs the page's main thread, from the pointer event to the paint, for
 * the figures of a pair and of a triplet, in the built site at 1,440 px.
 */
import type { Browser, CDPSession, Page } from '@playwright/test';

export interface DragCost {
  readonly figure: string;
  readonly frames: number;
  /** Milliseconds of processor time on the main thread per frame. */
  readonly median: number;
  readonly p95: number;
}

const DRAGS = [
  { figure: 'PairForces', point: 'j' },
  { figure: 'TripletForces', point: 'negative' },
] as const;
const FRAMES = 120;

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  /** Processor time: what else the machine does meanwhile is not in it. */
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly name?: string; readonly data?: { readonly type?: string } };
}

/** Measures both figures on the site served at `origin`. */
export async function measureDrag(browser: Browser, origin: string): Promise<DragCost[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  try {
    await page.goto(origin);
    const costs: DragCost[] = [];
    for (const { figure, point } of DRAGS) costs.push(await measure(page, figure, point));
    return costs;
  } finally {
    await page.close();
  }
}

async function measure(page: Page, figure: string, point: string): Promise<DragCost> {
  const root = page.locator(`[data-figure="${figure}"]`);
  await root.scrollIntoViewIfNeeded();
  await page.waitForSelector(`[data-figure="${figure}"][data-ready="true"]`);
  await root
    .locator('.plane')
    .evaluate((plane) => plane.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const box = await root.locator(`[data-point="${point}"] .point-dot`).boundingBox();
  if (!box) throw new Error(`${figure} has no point ${point} on the screen.`);
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };

  const client = await page.context().newCDPSession(page);
  await page.mouse.move(centre.x, centre.y);
  await page.mouse.down();
  const trace = await record(client, async () => {
    for (let k = 1; k <= FRAMES; k++) {
      const turn = (k / FRAMES) * 2 * Math.PI;
      await page.mouse.move(centre.x + 60 * Math.sin(turn), centre.y + 60 * (1 - Math.cos(turn)));
      // Not requestAnimationFrame, which would ask for frames of its own.
      await page.waitForTimeout(20);
    }
  });
  await page.mouse.up();
  await client.detach();
  return { figure, ...summary(frameCosts(trace)) };
}

async function record(client: CDPSession, work: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  client.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) events.push(event as unknown as TraceEvent);
  });
  await client.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: [
        'devtools.timeline',
        'disabled-by-default-devtools.timeline',
        '__metadata',
      ],
    },
  });
  await work();
  const complete = new Promise((resolve) => client.once('Tracing.tracingComplete', resolve));
  await client.send('Tracing.end');
  await complete;
  return events;
}

/** The steps that make up a frame: handlers, style and layout, painting, handing over. */
const WORK = new Set([
  'EventDispatch',
  'FireAnimationFrame',
  'UpdateLayoutTree',
  'Layout',
  'PrePaint',
  'Paint',
  'Layerize',
  'Commit',
]);

/**
 * Main-thread milliseconds per frame: the outermost work events of the page's main thread, summed
 * from one pointer move to the next.
 */
function frameCosts(trace: readonly TraceEvent[]): number[] {
  const moves = trace
    .filter(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'pointermove')
    .sort((a, b) => a.ts - b.ts);
  const thread = moves[0];
  if (!thread) throw new Error('The trace has no pointer moves.');
  const work = trace
    .filter(
      ({ name, ph, pid, tid }) =>
        ph === 'X' && WORK.has(name) && pid === thread.pid && tid === thread.tid,
    )
    .sort((a, b) => a.ts - b.ts);
  const outermost: TraceEvent[] = [];
  let end = 0;
  for (const event of work) {
    if (event.ts < end) continue;
    outermost.push(event);
    end = event.ts + (event.dur ?? 0);
  }
  return moves.slice(0, -1).map((move, k) => {
    const next = moves[k + 1]?.ts ?? Number.POSITIVE_INFINITY;
    const ofFrame = outermost.filter(({ ts }) => ts >= move.ts && ts < next);
    return ofFrame.reduce((sum, { dur = 0, tdur = dur }) => sum + tdur, 0) / 1000;
  });
}

function summary(costs: readonly number[]): Omit<DragCost, 'figure'> {
  const sorted = costs.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { frames: sorted.length, median: at(0.5), p95: at(0.95) };
}
