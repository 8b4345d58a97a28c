import { expect, type Page, test } from '@playwright/test';
import {
  button,
  bringIntoView,
  chooseInMenu,
  numberOf,
  quantity,
  savedLines,
  watch,
} from './figureDriver.ts';
import {
  askWorker,
  fold,
  lab,
  labButton,
  notices,
  openLab,
  openGroup,
  openSettings,
  PATIENCE,
  pause,
  runFor,
  saveData,
  SMALL,
  stepLosses,
  untilStep,
} from './labDriver.ts';

// A real network trains on real digits here, on as few cores as there are.
test.describe.configure({ mode: 'default' });

const STEP = '[data-quantity="step"]';

test('with the defaults, k-NN accuracy reaches 0.90 on held-out digits', async ({ page }) => {
  await openLab(page);
  await labButton(page, 'Run').click();
  // Only now: before, the numbers are those of the recorded run.
  const states = await watch(lab(page), STEP, '[data-quantity="knnAccuracy"]');
  const best = async () => Math.max(...(await states()).map(([, accuracy]) => Number(accuracy)));
  await expect.poll(best, PATIENCE).toBeGreaterThanOrEqual(0.9);
  expect(await numberOf(lab(page), 'imagesPerSecond')).toBeGreaterThan(0);
  await expect(quantity(lab(page), 'backend')).toHaveAttribute('data-value', 'wasm');
});

test('a paused run stands still while its worker goes on answering', async ({ page }) => {
  await openLab(page, SMALL);
  await fold(page, 'Draw a digit').click();
  await labButton(page, 'Run').click();
  await untilStep(page, (step) => step > 0);
  await pause(page);
  const paused = await numberOf(lab(page), 'step');
  await askWorker(page);
  await askWorker(page);
  expect(await numberOf(lab(page), 'step')).toBe(paused);
});

test('Start over goes back to step 0 and waits there, and the run begins anew', async ({
  page,
}) => {
  await openLab(page, SMALL);
  await labButton(page, 'Run').click();
  await untilStep(page, (step) => step > 100);
  await labButton(page, 'Start over').click();
  await expect(quantity(lab(page), 'step')).toHaveAttribute('data-value', '0');
  await expect(lab(page).locator('.lab-loss .lab-before').last()).toHaveAttribute('d', /l/);
  await fold(page, 'Draw a digit').click();
  await askWorker(page);
  expect(await numberOf(lab(page), 'step')).toBe(0);
  await runFor(page, 5);
  await fold(page, 'Files').click();
  const lines = await savedLines(page, labButton(page, 'Curves CSV'));
  const steps = lines.slice(1).map((line) => Number(line.split(',')[0]));
  // The untrained network has a row where there was time to judge it.
  const first = steps[0]!;
  expect(first).toBeLessThanOrEqual(1);
  expect(steps).toEqual(Array.from(steps.keys(), (index) => first + index));
});

test('batch-hard from scratch collapses to the margin, and the lab says so', async ({ page }) => {
  await openLab(page, '?TrainingLab.miner=batch-hard');
  await labButton(page, 'Run').click();
  await expect(notices(page)).toContainText('Collapsed.', PATIENCE);
  const loss = await numberOf(lab(page), 'loss');
  const margin = await numberOf(lab(page), 'margin');
  expect(Math.abs(loss - margin)).toBeLessThan(0.05 * margin);
});

test('the same seed gives the same numbers', async ({ page }) => {
  await openLab(page, '?TrainingLab.seed=7');
  const first = await stepLosses(page, 3);
  await openLab(page, '?TrainingLab.seed=7');
  expect(await stepLosses(page, 3)).toEqual(first);
});

/** What training takes, as far as the page has fetched it. */
function watchHeavy(page: Page): string[] {
  const paths: string[] = [];
  page.context().on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (/mnist\.[^/]*\.bin$|\/worker[^/]*\.js$|\.wasm$/.test(pathname)) paths.push(pathname);
  });
  return paths;
}

test('what a run takes is got ready when the lab comes near, and is what the run then uses', async ({
  page,
}) => {
  const heavy = watchHeavy(page);
  await page.goto('/', { waitUntil: 'networkidle' });
  expect(heavy).toEqual([]);
  await bringIntoView(lab(page));
  // Digits, kernels and the framework's own.
  await expect.poll(() => heavy.filter((path) => /\.wasm$|\.bin$/.test(path)).length).toBe(3);
  await expect.poll(() => page.workers().length).toBe(1);
  const fetched = [...heavy];
  await labButton(page, 'Run').click();
  await untilStep(page, (step) => step > 5);
  expect(heavy).toEqual(fetched);
  expect(page.workers()).toHaveLength(1);
});

test('a reader who saves data has nothing got ready but on the way to the button', async ({
  page,
}) => {
  await saveData(page);
  const heavy = watchHeavy(page);
  await openLab(page);
  await page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve())));
  await page.waitForLoadState('networkidle');
  expect(heavy).toEqual([]);
  expect(page.workers()).toEqual([]);
  await labButton(page, 'Run').hover();
  await expect.poll(() => page.workers().length).toBe(1);
});

test('a failed download is told in a sentence, and trying again gets by', async ({ page }) => {
  await page.route('**/mnist.*.bin', (route) => route.abort());
  await openLab(page);
  await labButton(page, 'Run').click();
  await expect(notices(page)).toContainText('The digits could not be downloaded');
  await page.unroute('**/mnist.*.bin');
  await button(notices(page), 'Try again').click();
  await untilStep(page, (step) => step > 0);
});

test('a damaged download is told apart', async ({ page }) => {
  await page.route('**/mnist.*.bin', async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    body[body.length >> 1]! ^= 255;
    await route.fulfill({ response, body });
  });
  await openLab(page);
  await labButton(page, 'Run').click();
  await expect(notices(page)).toContainText('The digits arrived damaged');
});

test('without WebAssembly the next backend takes over, and the lab says so', async ({ page }) => {
  await page.route('**/*.wasm', (route) => route.abort());
  await openLab(page, '?TrainingLab.p=2&TrainingLab.k=2');
  await labButton(page, 'One step').click();
  await untilStep(page, (step) => step === 1);
  await expect(notices(page)).toContainText('Not every way of computing worked: wasm');
  await expect(quantity(lab(page), 'backend')).toHaveAttribute('data-value', /^(webgl|cpu)$/);
});

test('a worker that dies is noticed; the curves stay and the run can begin again', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const Real = window.Worker;
    const workers: Worker[] = [];
    Object.assign(window, { workers });
    window.Worker = class extends Real {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        workers.push(this);
      }
    };
  });
  await openLab(page);
  await labButton(page, 'Run').click();
  await untilStep(page, (step) => step > 60 && step < 1200);
  await page.evaluate(() => {
    for (const worker of (window as unknown as { workers: Worker[] }).workers) worker.terminate();
  });
  await expect(notices(page)).toContainText('stopped answering');
  const kept = await numberOf(lab(page), 'step');
  expect(kept).toBeGreaterThan(60);
  await expect(lab(page).locator('.lab-loss .lab-now').last()).toHaveAttribute('d', /l/);
  const states = await watch(lab(page), STEP);
  await button(notices(page), 'Try again').click();
  await expect
    .poll(
      async () => (await states()).map(Number).some((step) => step > 0 && step < kept),
      PATIENCE,
    )
    .toBe(true);
});

test('an absurd learning rate is told as divergence, and the curves stay', async ({ page }) => {
  await openLab(page, '?TrainingLab.learningRate=100000&TrainingLab.p=4&TrainingLab.k=4');
  await labButton(page, 'Run').click();
  await expect(notices(page)).toContainText('The run has diverged');
  expect(await numberOf(lab(page), 'step')).toBeGreaterThan(0);
  await openGroup(page, 'optimiser');
  await lab(page).getByLabel('learning rate').fill('0.003');
  await labButton(page, 'Run').click();
  await untilStep(page, (step) => step > 5);
});

test('other settings stop a run, and Run begins a new one beside the old curve', async ({
  page,
}) => {
  await openLab(page, SMALL);
  await labButton(page, 'Run').click();
  await untilStep(page, (step) => step > 20);
  await openSettings(page);
  await lab(page).getByLabel('mining').selectOption('semi-hard');
  await expect(notices(page)).toContainText('The settings have changed');
  const before = await numberOf(lab(page), 'step');
  const states = await watch(lab(page), STEP);
  await labButton(page, 'Run').click();
  await expect(lab(page).locator('.lab-loss .lab-before').last()).toHaveAttribute('d', /l/);
  await untilStep(page, (step) => step > 0);
  expect((await states()).map(Number).some((step) => step < before)).toBe(true);
});

test('a digit is shown under the pointer and along the arrow keys; the legend singles one out', async ({
  page,
}) => {
  await openLab(page, SMALL);
  await labButton(page, 'One step').click();
  await untilStep(page, (step) => step === 1);
  const plane = lab(page).getByRole('application');
  const card = lab(page).locator('.digit-card');
  await plane.focus();
  await page.keyboard.press('ArrowRight');
  await expect(card).toContainText(/^a \d$/);
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await labButton(page, 'Only 4').click();
  await expect(labButton(page, 'Only 4')).toHaveAttribute('aria-pressed', 'true');
  await plane.focus();
  for (const key of ['ArrowLeft', 'ArrowUp', 'ArrowRight']) {
    await page.keyboard.press(key);
    if (await card.isVisible()) await expect(card).toHaveText('a 4');
  }
});

test('a hidden tab pauses the run, and it goes on when the tab is back', async ({ page }) => {
  const hide = (hidden: boolean) =>
    page.evaluate((now) => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => now });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  await openLab(page, SMALL);
  await labButton(page, 'Run').click();
  await untilStep(page, (step) => step > 0);
  await hide(true);
  await expect(labButton(page, 'Run')).toBeVisible();
  const step = await numberOf(lab(page), 'step');
  await hide(false);
  await untilStep(page, (now) => now > step);
});

test('Reset forgets the run and brings the defaults back', async ({ page }) => {
  await openLab(page, '?TrainingLab.margin=1.2&TrainingLab.p=4&TrainingLab.k=4');
  await openSettings(page);
  expect(await numberOf(lab(page), 'margin')).toBe(1.2);
  await labButton(page, 'One step').click();
  await untilStep(page, (step) => step === 1);
  await chooseInMenu(lab(page), 'Reset');
  expect(await numberOf(lab(page), 'margin')).toBe(0.5);
  await expect(notices(page)).toContainText('A recorded run: 1,200 steps');
  await expect(quantity(lab(page), 'step')).toHaveAttribute('data-value', '1200');
});

test('the curve is saved as CSV, one line per step', async ({ page }) => {
  await openLab(page, SMALL);
  await labButton(page, 'One step').click();
  await untilStep(page, (step) => step === 1);
  await expect(labButton(page, 'Run')).toBeVisible();
  await fold(page, 'Files').click();
  const [header, atZero, atOne] = await savedLines(page, labButton(page, 'Curves CSV'));
  expect(header).toMatch(/^step,loss,activeShare,.*,recallAt1,knnAccuracy,/);
  const cell = (line: string | undefined, name: string) =>
    line!.split(',')[header!.split(',').indexOf(name)];
  expect(cell(atZero, 'step')).toBe('0');
  expect(cell(atOne, 'step')).toBe('1');
  for (const name of ['loss', 'activeShare', 'gradientNorm', 'easy', 'semiHard', 'hard']) {
    expect(cell(atZero, name), name).toBe('');
    expect(cell(atOne, name), name).toMatch(/^\d+\.?\d*$/);
  }
  for (const line of [atZero, atOne])
    for (const name of ['recallAt1', 'knnAccuracy'])
      expect(cell(line, name), name).toMatch(/^0\.\d+$/);
});

test('without scripts a recorded run is shown', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL! });
  const page = await context.newPage();
  await page.goto('/');
  await expect(lab(page).locator('.lab-recorded')).toBeVisible();
  await expect(notices(page)).toContainText('A recorded run: 1,200 steps');
  await context.close();
});

test('kernels that do not load are told, and the run goes on with those of TensorFlow.js', async ({
  page,
}) => {
  await page.route('**/*relaxed-simd*.wasm', (route) => route.abort());
  await page.route('**/simd.*.wasm', (route) => route.abort());
  await openLab(page);
  await fold(page, 'Where the time goes').click();
  await labButton(page, 'One step').click();
  await untilStep(page, (now) => now === 1);
  await expect(lab(page).locator('.lab-kernels')).toContainText('do not run here');
  await expect(quantity(lab(page), 'backend')).toHaveAttribute('data-value', 'wasm');
});
