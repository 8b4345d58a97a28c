import { expect, type Locator, test } from '@playwright/test';
import { button, chooseInMenu, figureOn, numberOf, quantity } from './figureDriver.ts';
import {
  fold,
  lab,
  labButton,
  notices,
  openLab,
  pause,
  SMALL,
  saveData,
  untilStep,
} from './labDriver.ts';

// What goes wrong on readers' devices, made to go wrong: each ends in a sentence and a way on.
test.describe.configure({ mode: 'default' });

test('once a run has begun, it goes on without a network; a new one begins when that is back', async ({
  page,
  context,
}) => {
  await openLab(page, SMALL);
  await fold(page, 'Where the time goes').click();
  await labButton(page, 'Run').click();
  await untilStep(page, (step) => step > 5);
  await context.setOffline(true);
  const step = await numberOf(lab(page), 'step');
  await untilStep(page, (now) => now > step + 50);
  await pause(page);
  await chooseInMenu(lab(page), 'Reset');
  await labButton(page, 'Run').click();
  await expect(notices(page)).toContainText(/could not be|broke down/);
  await context.setOffline(false);
  await button(notices(page), 'Try again').click();
  await untilStep(page, (now) => now > 0);
});

test('without a network from the start the lab says what is missing, and gets by when it is back', async ({
  page,
  context,
}) => {
  // Where nothing was got ready beforehand; the way to the button tries it in vain.
  await saveData(page);
  await openLab(page, SMALL);
  await context.setOffline(true);
  await labButton(page, 'Run').click();
  await expect(notices(page)).toContainText(/could not be|broke down/);
  await context.setOffline(false);
  await button(notices(page), 'Try again').click();
  await untilStep(page, (step) => step > 0);
});

test('two tabs train at the same time, each its own run', async ({ page, context }) => {
  const other = await context.newPage();
  await openLab(page, `${SMALL}&TrainingLab.seed=3`);
  await openLab(other, `${SMALL}&TrainingLab.seed=4`);
  const losses: number[] = [];
  for (const tab of [page, other]) {
    await tab.bringToFront();
    await labButton(tab, 'One step').click();
    await untilStep(tab, (step) => step === 1);
    losses.push(await numberOf(lab(tab), 'loss'));
  }
  expect(losses[0]).not.toBe(losses[1]);
});

test('a graphics processor that is taken away is replaced, and the lab says so', async ({
  page,
}) => {
  // Only the worker holds the context: its script is given a way to reach it.
  const keep = `const getContext = OffscreenCanvas.prototype.getContext;
    self.contexts = [];
    OffscreenCanvas.prototype.getContext = function (...asked) {
      const context = getContext.apply(this, asked);
      self.contexts.push(context);
      return context;
    };`;
  await page.route('**/*worker*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${keep}\n${await response.text()}` });
  });
  await page.route('**/*.wasm', (route) => route.abort());
  await openLab(page, '?TrainingLab.p=2&TrainingLab.k=2');
  await labButton(page, 'Run').click();
  await untilStep(page, (step) => step > 0);
  test.skip(
    (await quantity(lab(page), 'backend').getAttribute('data-value')) !== 'webgl',
    'this browser has no WebGL to lose',
  );
  await page.workers()[0]!.evaluate(() => {
    for (const context of (self as unknown as { contexts: unknown[] }).contexts)
      if (context instanceof WebGLRenderingContext || context instanceof WebGL2RenderingContext)
        context.getExtension('WEBGL_lose_context')?.loseContext();
  });
  await expect(notices(page)).toContainText('webgl');
  await expect(quantity(lab(page), 'backend')).toHaveAttribute('data-value', 'cpu');
  await untilStep(page, (step) => step > 0);
});

test('an engine without SIMD trains on the plain build, and the lab says what is missing', async ({
  page,
}) => {
  // As such an engine answers: no to every question about SIMD, and an error for a module with it.
  const refuse = `{
    const { instantiate, CompileError } = WebAssembly;
    const size = (source) => source.byteLength ?? Infinity;
    WebAssembly.validate = () => false;
    WebAssembly.instantiate = (source, imports) =>
      size(source) < 50000
        ? Promise.reject(new CompileError('SIMD is not supported'))
        : instantiate(source, imports);
  }`;
  await page.route('**/*worker*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${refuse}\n${await response.text()}` });
  });
  const fetched: string[] = [];
  page.context().on('response', (response) => fetched.push(new URL(response.url()).pathname));
  await openLab(page, SMALL);
  await fold(page, 'Where the time goes').click();
  await labButton(page, 'Run').click();
  await untilStep(page, (step) => step > 5);
  await expect(quantity(lab(page), 'backend')).toHaveAttribute('data-value', 'wasm');
  await expect(lab(page).locator('.lab-kernels')).toContainText('SIMD is not supported');
  expect(fetched.filter((path) => /tfjs-backend-wasm[^/]*\.wasm$/.test(path))).toEqual([
    expect.not.stringContaining('simd'),
  ]);
});

test('on a device without room a run goes on, and the lab says that it is not kept', async ({
  page,
}) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await openLab(page, SMALL);
  await labButton(page, 'Run').click();
  await untilStep(page, (step) => step > 60);
  await pause(page);
  await expect(lab(page)).toContainText('no room left');
  const step = await numberOf(lab(page), 'step');
  await labButton(page, 'Run').click();
  await untilStep(page, (now) => now > step);
});

test('a figure whose script does not come says so, and comes at another try', async ({ page }) => {
  await page.route('**/PairForces.*.js*', (route) => route.abort());
  await page.goto('/#PairForces');
  const figure = figureOn(page, 'PairForces');
  await expect(figure).toContainText('could not be loaded');
  await page.unroute('**/PairForces.*.js*');
  await figure.getByRole('button', { name: 'Try again' }).click();
  await expect(figure).toHaveAttribute('data-ready', 'true');
  await expect(figure).not.toContainText('could not be loaded');
});

/** A file that a figure brings along, and what makes the figure want it. */
const BROUGHT: readonly [name: string, file: string, ask?: (figure: Locator) => Promise<void>][] = [
  ['Overture', 'overture.*.bin'],
  ['NeedleEye', 'needle-plain.*.bin'],
  ['TwoViews', 'views.*.bin'],
  ['VerificationThreshold', 'verification.*.json'],
  ['UnseenFaces', 'faces.*.bin', (figure) => button(figure, 'Enrol someone else').click()],
  [
    'NewClass',
    'signs-triplet.*.bin',
    (figure) => figure.locator('.segment', { hasText: 'six digits' }).click(),
  ],
];

for (const [name, file, ask] of BROUGHT)
  test(`${name} says that its file did not come, and fetches it at another try`, async ({
    page,
  }) => {
    await page.route(`**/${file}`, (route) => route.abort());
    await page.goto(`/#${name}`);
    const figure = figureOn(page, name);
    await expect(figure).toHaveAttribute('data-ready', 'true');
    await ask?.(figure);
    const problems = figure.locator('.problems');
    await expect(problems).toContainText('could not be downloaded');
    await page.unroute(`**/${file}`);
    const arrived = page.waitForResponse(
      (response) => response.ok() && new RegExp(file.replace('*', '.*')).test(response.url()),
    );
    await button(figure, 'Try again').click();
    await arrived;
    await expect(button(figure, 'Try again')).toHaveCount(0);
    await expect(problems).toHaveText('');
  });
