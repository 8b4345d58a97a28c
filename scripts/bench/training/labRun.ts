import type { Page } from '@playwright/test';
import { type Seen, watchLab } from './watchLab.ts';

/** The accuracies whose time is noted. */
export const GOALS = [0.9, 0.94] as const;
const LONGEST_RUN = 300_000;
export const PARTS = ['sampling', 'network', 'mining', 'optimiser', 'evaluation'] as const;

const seenOn = (page: Page): Promise<Seen> =>
  page.evaluate(() => (window as unknown as { seen: Seen }).seen);

export const figureOn = (page: Page) =>
  page.locator('[data-figure="TrainingLab"][data-ready="true"]');

/** Opens the lab, presses Run as a reader would once all is quiet, and waits for what is wanted. */
export async function runLab(
  page: Page,
  url: string,
  until: (seen: Seen) => boolean,
): Promise<Seen> {
  await page.addInitScript(watchLab, GOALS);
  await page.goto(`${url}/#TrainingLab`, { waitUntil: 'networkidle' });
  await figureOn(page).getByRole('button', { name: 'Run', exact: true }).click();
  const started = performance.now();
  let seen = await seenOn(page);
  while (!until(seen) && performance.now() - started < LONGEST_RUN) {
    await page.waitForTimeout(250);
    seen = await seenOn(page);
  }
  return seen;
}

/** What the lab tells of the run; where the time went stands behind a fold. */
export async function readLab(page: Page) {
  const figure = figureOn(page);
  await figure.locator('summary', { hasText: 'Where the time goes' }).click();
  const number = async (selector: string, attribute: string) =>
    Number(await figure.locator(selector).first().getAttribute(attribute));
  return {
    imagesPerSecond: await number('[data-quantity="imagesPerSecond"]', 'data-value'),
    parts: await Promise.all(
      PARTS.map((part) => number(`.lab-time-bar [data-part="${part}"]`, 'data-milliseconds')),
    ),
  };
}
