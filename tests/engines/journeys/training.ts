/**
 * What trains in workers, in one engine. WebKit evaluates a worker's script once more for a chunk that
 * imports from it: then two sessions share the messages, and none obeys.
 */
import { expect, test } from 'vitest';
import {
  cellsOf,
  chooseInMenu,
  chosenIn,
  numberOf,
  openFigure,
  press,
  savedBy,
  textOf,
  unfold,
  until,
  untilButton,
} from '../figures.ts';
import type { Tab } from '../tab.ts';

const SMALL = { p: 4, k: 4 };
const LAB = 'TrainingLab';

const untilStep = (tab: Tab, figure: string, isThere: (step: number) => boolean) =>
  until(() => numberOf(tab, figure, 'step'), isThere);

/** Asks the worker where a held-out digit lies, and waits for its answer. */
async function askWorker(tab: Tab, digit: number): Promise<void> {
  const untilTold = (words: string) =>
    until(
      () => textOf(tab, LAB, '.draw-digit [role="status"]'),
      (text) => text.startsWith(words),
    );
  await press(tab, LAB, `Take a held-out ${digit}`);
  await untilTold('It lands among');
  await press(tab, LAB, 'Clear');
  await untilTold('Draw a digit');
}

export function trainingJourneys(tab: () => Tab): void {
  test('a paused run stands still while its worker goes on answering, and goes on when it is told', async () => {
    await openFigure(tab(), LAB, SMALL);
    await unfold(tab(), LAB, 'Draw a digit');
    await press(tab(), LAB, 'Run');
    await untilStep(tab(), LAB, (step) => step > 20);
    await press(tab(), LAB, 'Pause');
    await untilButton(tab(), LAB, 'Run');
    const paused = await numberOf(tab(), LAB, 'step');
    for (const digit of [0, 1, 2]) await askWorker(tab(), digit);
    expect(await numberOf(tab(), LAB, 'step')).toBe(paused);
    await press(tab(), LAB, 'Run');
    await untilStep(tab(), LAB, (step) => step > paused);
  });

  test('a run that is started over is one run: its steps rise by one from the first', async () => {
    await openFigure(tab(), LAB, SMALL);
    await unfold(tab(), LAB, 'Files');
    await press(tab(), LAB, 'Run');
    await untilStep(tab(), LAB, (step) => step > 100);
    await press(tab(), LAB, 'Start over');
    await untilStep(tab(), LAB, (step) => step === 0);
    await press(tab(), LAB, 'Run');
    await untilStep(tab(), LAB, (step) => step > 100);
    await press(tab(), LAB, 'Pause');
    await untilButton(tab(), LAB, 'Run');
    const steps = cellsOf(await savedBy(tab(), () => press(tab(), LAB, 'Curves CSV'))).map(
      ([step]) => Number(step),
    );
    // The untrained network has a row where there was time to judge it.
    const first = steps[0]!;
    expect(first).toBeLessThanOrEqual(1);
    expect(steps).toEqual(Array.from(steps.keys(), (index) => first + index));
    expect(steps.at(-1)).toBe(await numberOf(tab(), LAB, 'step'));
  });

  test('in a race every lane takes every step', async () => {
    const [lanes, steps] = [3, 40];
    const race = 'StrategyRace';
    await openFigure(tab(), race, { lanes, steps, ...SMALL });
    await press(tab(), race, 'Run');
    await untilStep(tab(), race, (step) => step === steps);
    await untilButton(tab(), race, 'Run');
    const taken = Map.groupBy(
      cellsOf(await savedBy(tab(), () => chooseInMenu(tab(), race, 'Save CSV'))),
      ([lane]) => lane,
    );
    expect(taken.size).toBe(lanes);
    for (const rows of taken.values())
      expect(rows.map(([, step]) => Number(step))).toEqual(
        Array.from({ length: steps }, (_, index) => index + 1),
      );
  });

  test('a face that no network saw is judged', async () => {
    await openFigure(tab(), 'UnseenFaces');
    const before = await numberOf(tab(), 'UnseenFaces', 'distance');
    await press(tab(), 'UnseenFaces', 'Present somebody else');
    await until(
      () => numberOf(tab(), 'UnseenFaces', 'distance'),
      (distance) => distance > before,
    );
  });

  test('a network for faces is trained here, and judged', async () => {
    const faces = 'VerificationThreshold';
    await openFigure(tab(), faces);
    await press(tab(), faces, 'Train');
    await until(
      () => textOf(tab(), faces, '.train-told'),
      (told) => Number(/^Step (\d+)/.exec(told)?.[1] ?? 0) > 0,
    );
    await press(tab(), faces, 'Stop');
    await until(
      () => chosenIn(tab(), faces, 'Judged by'),
      (source) => source === 'trained',
    );
  });
}
