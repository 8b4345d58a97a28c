/**
 * What trains in a worker, in Safari's engine. WebKit evaluates a worker's script once more for a
 * chunk that imports from it: then two sessions share the messages, and none obeys.
 */
import { By, Key, type WebDriver, type WebElement } from 'selenium-webdriver';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  numberOf,
  openFigure,
  openWebKit,
  press,
  savedTable,
  until,
  untilButton,
} from './webKit.ts';

const SMALL = { p: 4, k: 4 };

let driver: WebDriver;
beforeAll(async () => {
  driver = await openWebKit();
});
afterAll(() => driver.quit());

const untilStep = (figure: WebElement, isThere: (step: number) => boolean) =>
  until(() => numberOf(figure, 'step'), isThere);

const unfold = (lab: WebElement, summary: string) =>
  lab.findElement(By.xpath(`.//summary[contains(., "${summary}")]`)).sendKeys(Key.ENTER);

/** Asks the worker where a held-out digit lies, and waits for its answer. */
async function askWorker(lab: WebElement, digit: number): Promise<void> {
  const label = `Take a held-out ${digit}`;
  await lab.findElement(By.css(`button[aria-label="${label}"]`)).sendKeys(Key.ENTER);
  const told = await lab.findElement(By.css('.draw-digit [role="status"]'));
  const untilTold = (words: string) =>
    until(
      () => told.getText(),
      (text) => text.startsWith(words),
    );
  await untilTold('It lands among');
  await press(lab, 'Clear');
  await untilTold('Draw a digit');
}

test('a paused run stands still while its worker goes on answering, and goes on when it is told', async () => {
  const lab = await openFigure(driver, 'TrainingLab', SMALL);
  await unfold(lab, 'Draw a digit');
  await press(lab, 'Run');
  await untilStep(lab, (step) => step > 20);
  await press(lab, 'Pause');
  await untilButton(lab, 'Run');
  const paused = await numberOf(lab, 'step');
  for (const digit of [0, 1, 2]) await askWorker(lab, digit);
  expect(await numberOf(lab, 'step')).toBe(paused);
  await press(lab, 'Run');
  await untilStep(lab, (step) => step > paused);
});

test('a run that is started over is one run: its steps rise by one from the first', async () => {
  const lab = await openFigure(driver, 'TrainingLab', SMALL);
  await unfold(lab, 'Files');
  await press(lab, 'Run');
  await untilStep(lab, (step) => step > 100);
  await press(lab, 'Start over');
  await untilStep(lab, (step) => step === 0);
  await press(lab, 'Run');
  await untilStep(lab, (step) => step > 100);
  await press(lab, 'Pause');
  await untilButton(lab, 'Run');
  const steps = (await savedTable(driver, lab, 'Curves CSV')).map(([step]) => Number(step));
  // The untrained network has a row where there was time to judge it.
  const first = steps[0]!;
  expect(first).toBeLessThanOrEqual(1);
  expect(steps).toEqual(Array.from(steps.keys(), (index) => first + index));
  expect(steps.at(-1)).toBe(await numberOf(lab, 'step'));
});

test('in a race every lane takes every step', async () => {
  const [lanes, steps] = [3, 40];
  const race = await openFigure(driver, 'StrategyRace', { lanes, steps, ...SMALL });
  await press(race, 'Run');
  await untilStep(race, (step) => step === steps);
  await untilButton(race, 'Run');
  const table = await savedTable(driver, race, 'Save CSV');
  const taken = Map.groupBy(table, ([lane]) => lane);
  expect(taken.size).toBe(lanes);
  for (const rows of taken.values())
    expect(rows.map(([, step]) => Number(step))).toEqual(
      Array.from({ length: steps }, (_, index) => index + 1),
    );
});

test('a face that no network saw is judged', async () => {
  const faces = await openFigure(driver, 'UnseenFaces');
  const before = await numberOf(faces, 'distance');
  await press(faces, 'Present somebody else');
  await until(
    () => numberOf(faces, 'distance'),
    (distance) => distance > before,
  );
});
