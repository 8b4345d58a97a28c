import { expect, type Page, test } from '@playwright/test';
import { quantity } from './figureDriver.ts';
import { lab, openGroup, openLab, SMALL, saveData, stepLosses } from './labDriver.ts';
import { skipWithoutWebgpu, WITH_WEBGPU } from './withWebgpu.ts';

test.use(WITH_WEBGPU);

const STEPS = 2;
/** The losses of the first steps on a backend, a new run in a new page. */
async function lossesOn(page: Page, choice: string, network: string): Promise<number[]> {
  await openLab(page, `${SMALL}&TrainingLab.network=${network}`);
  await openGroup(page, 'network');
  await lab(page).getByLabel('Compute with').selectOption(choice);
  const losses = await stepLosses(page, STEPS);
  await expect(quantity(lab(page), 'backend')).toHaveAttribute('data-value', choice);
  return losses;
}

test.beforeEach(async ({ page }) => {
  await page.goto('/404.html');
  await skipWithoutWebgpu(page);
  await saveData(page);
});

const CASES = [
  { network: 'mlp', choices: ['webgpu', 'webgl'] },
  { network: 'small-conv', choices: ['webgpu'] },
];

for (const { network, choices } of CASES)
  test(`${choices.join(' and ')} train the network ${network} to the numbers of WebAssembly`, async ({
    page,
  }) => {
    const reference = await lossesOn(page, 'wasm', network);
    expect(new Set(reference).size).toBe(STEPS);
    for (const choice of choices) {
      const losses = await lossesOn(page, choice, network);
      losses.forEach((loss, step) => {
        expect(loss / reference[step]!).toBeCloseTo(1, 3);
      });
    }
  });
