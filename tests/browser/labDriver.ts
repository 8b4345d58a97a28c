/** How the tests take the training lab into their hands. */
import { expect, type Locator, type Page } from '@playwright/test';
import { button, figureOn, numberOf, openFigure } from './figureDriver.ts';

/** A batch of which steps take milliseconds. */
export const SMALL = '?TrainingLab.p=4&TrainingLab.k=4';

/** How long real training is waited for, on as few cores as there are and whatever else they do. */
export const PATIENCE = { timeout: 400_000 };

/** As for a reader who asks that nothing be fetched beforehand. */
export const saveData = (page: Page) =>
  page.addInitScript(() =>
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
  );

export const lab = (page: Page) => figureOn(page, 'TrainingLab');
export const labButton = (page: Page, name: string) => button(lab(page), name);
export const notices = (page: Page) => lab(page).locator('.lab-notices');
export const fold = (page: Page, summary: string) =>
  lab(page).locator('summary', { hasText: summary });

/** What can be set stands behind a fold, unless a link has opened it. */
export async function openSettings(page: Page): Promise<void> {
  const settings = lab(page).locator('.lab-settings-fold');
  if (!(await settings.evaluate((element: HTMLDetailsElement) => element.open)))
    await settings.locator('> summary').click();
  await expect(lab(page).getByLabel('mining')).toBeVisible();
}

/** Unfolds a group of the settings. */
export async function openGroup(page: Page, group: string): Promise<void> {
  await openSettings(page);
  await lab(page).locator(`[data-group="${group}"]`).click();
}

export const openLab = (page: Page, query = ''): Promise<Locator> =>
  openFigure(page, 'TrainingLab', query);

/** Waits until the step is as wanted. */
export const untilStep = (page: Page, isReached: (step: number) => boolean) =>
  expect.poll(async () => isReached(await numberOf(lab(page), 'step')), PATIENCE).toBe(true);

export async function pause(page: Page): Promise<void> {
  await labButton(page, 'Pause').click();
  await expect(labButton(page, 'Run')).toBeVisible();
}

/** A short run, paused after more than so many steps. */
export async function runFor(page: Page, steps: number): Promise<void> {
  await labButton(page, 'Run').click();
  await untilStep(page, (step) => step > steps);
  await pause(page);
}

/** Takes the first steps of a run one by one, and returns the loss of each. */
export async function stepLosses(page: Page, count: number): Promise<number[]> {
  const losses: number[] = [];
  for (let step = 1; step <= count; step++) {
    await labButton(page, 'One step').click();
    await untilStep(page, (now) => now === step);
    await expect(labButton(page, 'Run')).toBeVisible();
    losses.push(await numberOf(lab(page), 'loss'));
  }
  return losses;
}

/** Asks the worker where a held-out digit lies, and waits for the answer; the pad is unfolded. */
export async function askWorker(page: Page): Promise<void> {
  const told = lab(page).locator('.draw-digit [role="status"]');
  await labButton(page, 'Take a held-out 0').click();
  await expect(told).toContainText('It lands among');
  await labButton(page, 'Clear').click();
  await expect(told).toHaveText('Draw a digit, or take a held-out one.');
}
