import type { Page } from '@playwright/test';
import type { Group } from './report.ts';
import type { Site } from './site.ts';

const RUNS = 3;
const GOAL = 0.9;
const LONGEST_RUN = 120_000;
const PARTS = ['network', 'mining', 'optimiser'] as const;

interface Sample {
  readonly step: number;
  readonly accuracy: number;
  readonly imagesPerSecond: number;
  /** Milliseconds of a step, by part. */
  readonly parts: readonly number[];
}

interface RunResult extends Pick<Sample, 'imagesPerSecond' | 'parts'> {
  readonly stepsToGoal: number;
  readonly secondsToGoal: number;
  /** Tasks of over 50 ms on the page's own thread while training. */
  readonly longTasks: number;
}

type WatchedWindow = Window & { longTasks: number[] };

const read = (page: Page): Promise<Sample> =>
  page.locator('[data-figure="TrainingLab"]').evaluate((figure, parts) => {
    const number = (selector: string, attribute: string) =>
      Number(figure.querySelector(selector)?.getAttribute(attribute));
    const quantity = (name: string) => number(`[data-quantity="${name}"]`, 'data-value');
    return {
      step: quantity('step'),
      accuracy: quantity('knnAccuracy'),
      imagesPerSecond: quantity('imagesPerSecond'),
      parts: parts.map((part) => number(`[data-part="${part}"]`, 'data-milliseconds')),
    };
  }, PARTS);

/** Drives the lab as a reader would: Run, then watch until the goal is reached. */
async function trainOnce({ url, browser }: Site): Promise<RunResult> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
  await page.addInitScript(() => {
    const longTasks: number[] = [];
    Object.assign(window, { longTasks });
    new PerformanceObserver((list) => {
      longTasks.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ type: 'longtask' });
  });
  await page.goto(`${url}/#TrainingLab`);
  const figure = page.locator('[data-figure="TrainingLab"][data-ready="true"]');
  await figure.getByRole('button', { name: 'Run', exact: true }).click();
  await figure
    .locator('[data-quantity="loss"]:not([data-value=""])')
    .waitFor({ timeout: LONGEST_RUN });
  await page.evaluate(() => {
    (window as unknown as WatchedWindow).longTasks.length = 0;
  });
  const started = performance.now();
  let sample = await read(page);
  while (sample.accuracy < GOAL && performance.now() - started < LONGEST_RUN) {
    await page.waitForTimeout(100);
    sample = await read(page);
  }
  const seconds = (performance.now() - started) / 1000;
  const longTasks = await page.evaluate(
    () => (window as unknown as WatchedWindow).longTasks.length,
  );
  await page.close();
  const reached = sample.accuracy >= GOAL;
  return {
    imagesPerSecond: sample.imagesPerSecond,
    parts: sample.parts,
    stepsToGoal: reached ? sample.step : Number.NaN,
    secondsToGoal: reached ? seconds : Number.NaN,
    longTasks,
  };
}

/** Training in the lab with its defaults, in the browser, on the built site. */
export async function benchTraining(site: Site): Promise<Group[]> {
  const runs: RunResult[] = [];
  for (let run = 0; run < RUNS; run++) runs.push(await trainOnce(site));
  const row = (what: string, unit: string, pick: (run: RunResult) => number) => ({
    what,
    unit,
    values: runs.map(pick),
  });
  return [
    {
      title: 'Training in the lab: batch-all, 10×12, MLP 784-256-128-2',
      rows: [
        row('images trained on', 'images/s', (run) => run.imagesPerSecond),
        row('forward and backward, a step', 'ms', (run) => run.parts[0]!),
        row('mining, a step', 'ms', (run) => run.parts[1]!),
        row('optimiser, a step', 'ms', (run) => run.parts[2]!),
        row(`steps to kNN accuracy ${GOAL}`, 'steps', (run) => run.stepsToGoal),
        row(`time to kNN accuracy ${GOAL}, all included`, 's', (run) => run.secondsToGoal),
        row('tasks over 50 ms on the page while training', 'tasks', (run) => run.longTasks),
      ],
    },
  ];
}
