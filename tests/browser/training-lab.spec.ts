import { expect, type Locator, type Page, test } from '@playwright/test';

// A real network trains on real digits here, on as few cores as there are.
test.describe.configure({ timeout: 240_000, mode: 'default' });

const lab = (page: Page) => page.locator('[data-figure="TrainingLab"]');
const button = (page: Page, name: string) => lab(page).getByRole('button', { name, exact: true });
const notices = (page: Page) => lab(page).locator('.lab-notices');

async function open(page: Page, query = ''): Promise<Locator> {
  await page.goto(`/${query}#TrainingLab`);
  await lab(page).scrollIntoViewIfNeeded();
  await expect(lab(page)).toHaveAttribute('data-ready', 'true');
  return lab(page);
}

const quantity = async (page: Page, name: string): Promise<number> =>
  Number(await lab(page).locator(`[data-quantity="${name}"]`).getAttribute('data-value'));

/** Waits until a quantity is as wanted. */
const until = (page: Page, name: string, isReached: (value: number) => boolean, seconds = 200) =>
  expect
    .poll(async () => isReached(await quantity(page, name)), {
      timeout: 1000 * seconds,
      intervals: [100],
      message: name,
    })
    .toBe(true);

/** Single steps, and the loss of each. */
async function stepLosses(page: Page, count: number): Promise<number[]> {
  const losses: number[] = [];
  for (let step = 1; step <= count; step++) {
    await button(page, 'One step').click();
    await until(page, 'step', (now) => now === step);
    await expect(button(page, 'Run')).toBeVisible();
    losses.push(await quantity(page, 'loss'));
  }
  return losses;
}

test('with the defaults, kNN accuracy reaches 0.90 on held-out digits within 1,200 steps', async ({
  page,
}) => {
  await open(page);
  await button(page, 'Run').click();
  await until(page, 'knnAccuracy', (accuracy) => accuracy >= 0.9);
  expect(await quantity(page, 'step')).toBeLessThanOrEqual(1200);
  expect(await quantity(page, 'imagesPerSecond')).toBeGreaterThan(0);
  await expect(lab(page).locator('[data-quantity="backend"]')).toHaveAttribute(
    'data-value',
    'wasm',
  );
  await button(page, 'Pause').click();
  await expect(button(page, 'Run')).toBeVisible();
  const paused = await quantity(page, 'step');
  await page.waitForTimeout(300);
  expect(await quantity(page, 'step')).toBe(paused);
});

test('batch-hard from scratch collapses to the margin, and the lab says so', async ({ page }) => {
  await open(page, '?TrainingLab.miner=batch-hard');
  await button(page, 'Run').click();
  await expect(notices(page)).toContainText('Collapsed.', { timeout: 200_000 });
  const loss = await quantity(page, 'loss');
  const margin = await quantity(page, 'margin');
  expect(Math.abs(loss - margin)).toBeLessThan(0.05 * margin);
});

test('the same seed gives the same numbers', async ({ page }) => {
  await open(page, '?TrainingLab.seed=7');
  const first = await stepLosses(page, 3);
  await page.reload();
  await open(page, '?TrainingLab.seed=7');
  expect(await stepLosses(page, 3)).toEqual(first);
});

test('nothing heavy is fetched before a run starts', async ({ page }) => {
  const urls: string[] = [];
  page.on('request', (request) => urls.push(request.url()));
  await open(page);
  await page.waitForLoadState('networkidle');
  expect(urls.filter((url) => /mnist\.bin|worker|\.wasm/.test(url))).toEqual([]);
});

test('a failed download is told in a sentence, and trying again gets by', async ({ page }) => {
  await page.route('**/mnist.bin', (route) => route.abort());
  await open(page);
  await button(page, 'Run').click();
  await expect(notices(page)).toContainText('The digits could not be downloaded');
  await page.unroute('**/mnist.bin');
  await button(page, 'Try again').click();
  await until(page, 'step', (step) => step > 0);
});

test('a damaged download is told apart', async ({ page }) => {
  await page.route('**/mnist.bin', async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    body[body.length >> 1]! ^= 255;
    await route.fulfill({ response, body });
  });
  await open(page);
  await button(page, 'Run').click();
  await expect(notices(page)).toContainText('The digits arrived damaged');
});

test('without WebAssembly the next backend takes over, and the lab says so', async ({ page }) => {
  await page.route('**/*.wasm', (route) => route.abort());
  await open(page, '?TrainingLab.p=2&TrainingLab.k=2');
  await button(page, 'One step').click();
  await until(page, 'step', (step) => step === 1);
  await expect(notices(page)).toContainText('Not every way of computing worked: wasm');
  await expect(lab(page).locator('[data-quantity="backend"]')).toHaveAttribute(
    'data-value',
    /^(webgl|cpu)$/,
  );
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
  await open(page);
  await button(page, 'Run').click();
  await until(page, 'step', (step) => step > 60);
  await page.evaluate(() => {
    for (const worker of (window as unknown as { workers: Worker[] }).workers) worker.terminate();
  });
  await expect(notices(page)).toContainText('stopped answering', { timeout: 30_000 });
  const kept = await quantity(page, 'step');
  expect(kept).toBeGreaterThan(60);
  await expect(lab(page).locator('.lab-loss .lab-now').last()).toHaveAttribute('d', /L/);
  await button(page, 'Try again').click();
  await until(page, 'step', (step) => step > 0 && step < kept);
});

test('an absurd learning rate is told as divergence, and the curves stay', async ({ page }) => {
  await open(page, '?TrainingLab.learningRate=100000&TrainingLab.p=4&TrainingLab.k=4');
  await button(page, 'Run').click();
  await expect(notices(page)).toContainText('The run has diverged');
  expect(await quantity(page, 'step')).toBeGreaterThan(0);
  await lab(page).locator('[data-group="optimiser"]').click();
  await lab(page).getByLabel('learning rate').fill('0.003');
  await button(page, 'Run').click();
  await until(page, 'step', (step) => step > 5);
});

test('other settings stop a run, and Run begins a new one beside the old curve', async ({
  page,
}) => {
  await open(page, '?TrainingLab.p=4&TrainingLab.k=4');
  await button(page, 'Run').click();
  await until(page, 'step', (step) => step > 20);
  await lab(page).getByLabel('mining').selectOption('semi-hard');
  await expect(notices(page)).toContainText('The settings have changed');
  await button(page, 'Run').click();
  await until(page, 'step', (step) => step > 0 && step < 20);
  await expect(lab(page).locator('.lab-loss .lab-before').last()).toHaveAttribute('d', /L/);
});

test('a digit is shown under the pointer and along the arrow keys; the legend singles one out', async ({
  page,
}) => {
  await open(page, '?TrainingLab.p=4&TrainingLab.k=4');
  await button(page, 'One step').click();
  await until(page, 'step', (step) => step === 1);
  const plane = lab(page).getByRole('application');
  const card = lab(page).locator('.digit-card');
  await plane.focus();
  await page.keyboard.press('ArrowRight');
  await expect(card).toContainText(/^a \d$/);
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await button(page, 'Only 4').click();
  await expect(button(page, 'Only 4')).toHaveAttribute('aria-pressed', 'true');
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
  await open(page, '?TrainingLab.p=4&TrainingLab.k=4');
  await button(page, 'Run').click();
  await until(page, 'step', (step) => step > 0);
  await hide(true);
  await expect(button(page, 'Run')).toBeVisible();
  const step = await quantity(page, 'step');
  await hide(false);
  await until(page, 'step', (now) => now > step);
});

test('Reset forgets the run and brings the defaults back', async ({ page }) => {
  await open(page, '?TrainingLab.margin=1.2&TrainingLab.p=4&TrainingLab.k=4');
  expect(await quantity(page, 'margin')).toBe(1.2);
  await button(page, 'One step').click();
  await until(page, 'step', (step) => step === 1);
  await button(page, 'Reset').click();
  expect(await quantity(page, 'margin')).toBe(0.5);
  await expect(lab(page).locator('[data-quantity="step"]')).toHaveAttribute('data-value', '');
  await expect(lab(page).locator('.lab-recorded')).toBeVisible();
});

test('the curve is saved as CSV, one line per step', async ({ page }) => {
  await open(page, '?TrainingLab.p=4&TrainingLab.k=4');
  await button(page, 'One step').click();
  await until(page, 'step', (step) => step === 1);
  await expect(button(page, 'Run')).toBeVisible();
  await lab(page).getByText('Files: embedding').click();
  const saved = page.waitForEvent('download');
  await button(page, 'Curves CSV').click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await saved).createReadStream()) chunks.push(chunk as Buffer);
  const [header, atZero, atOne] = Buffer.concat(chunks).toString().split('\n');
  expect(header).toMatch(/^step,loss,activeShare,.*,recallAt1,knnAccuracy,/);
  expect(atZero).toMatch(/^0,,,,,,,,0\.\d+,0\.\d+,/);
  expect(atOne).toMatch(/^1,\d+\.?\d*,[\d.]+,[\d.]+,[\d.]+,[\d.]+,[\d.]+,,0\.\d+,0\.\d+,/);
});

test('without scripts a recorded run is shown', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL! });
  const page = await context.newPage();
  await page.goto('/');
  await expect(lab(page).locator('.lab-recorded')).toBeVisible();
  await expect(lab(page).locator('.lab-recorded')).toContainText('A recorded run: 1,200 steps');
  await context.close();
});

test('kernels that do not load are told, and the run goes on with those of TensorFlow.js', async ({
  page,
}) => {
  await page.route('**/*relaxed-simd*.wasm', (route) => route.abort());
  await page.route('**/simd.*.wasm', (route) => route.abort());
  await open(page);
  await button(page, 'One step').click();
  await until(page, 'step', (now) => now === 1);
  await expect(lab(page).locator('.lab-kernels')).toContainText('do not run here');
  await expect(lab(page).locator('[data-quantity="backend"]')).toHaveAttribute(
    'data-value',
    'wasm',
  );
});
