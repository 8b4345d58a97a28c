import { expect, type Page, test } from '@playwright/test';
import type { ComparedNetwork } from './card/compareNetworks.ts';
import { quantity } from './figureDriver.ts';
import { lab, openGroup, openLab, saveData, SMALL, stepLosses } from './labDriver.ts';
import { callSource, openSources } from './sourcePage.ts';
import { skipWithoutWebgpu, WITH_WEBGPU } from './withWebgpu.ts';

test.use(WITH_WEBGPU);

const STEPS = 2;
/** The losses of the first steps on a backend, a new run in a new page. */
async function lossesOn(page: Page, choice: string): Promise<number[]> {
  await openLab(page, `${SMALL}&TrainingLab.network=mlp`);
  await openGroup(page, 'network');
  await lab(page).getByLabel('Compute with').selectOption(choice);
  const losses = await stepLosses(page, STEPS);
  await expect(quantity(lab(page), 'backend')).toHaveAttribute('data-value', choice);
  return losses;
}

function expectSame(losses: readonly number[], reference: readonly number[]): void {
  expect(losses).toHaveLength(reference.length);
  losses.forEach((loss, step) => {
    expect(loss / reference[step]!).toBeCloseTo(1, 3);
  });
}

test('webgpu and webgl train the network mlp to the numbers of WebAssembly', async ({ page }) => {
  // A run that is got ready beforehand computes much of it twice, and in software that takes long.
  await saveData(page);
  await page.goto('/404.html');
  await skipWithoutWebgpu(page);
  const reference = await lossesOn(page, 'wasm');
  expect(new Set(reference).size).toBe(STEPS);
  for (const choice of ['webgpu', 'webgl']) expectSame(await lossesOn(page, choice), reference);
});

// In the lab the 2,000 held-out digits, judged before and after each step, took minutes in software.
test('webgpu trains the network small-conv to the numbers of the processor', async ({ page }) => {
  await openSources(page);
  await skipWithoutWebgpu(page);
  const { onCard, onProcessor } = await callSource<ComparedNetwork>(
    page,
    'tests/browser/card/compareNetworks.ts',
    'compareSmallConv',
  );
  expect(new Set(onProcessor).size).toBe(STEPS);
  expectSame(onCard, onProcessor);
});
