import { expect, test } from 'vitest';
import { createSpeedometer, NO_TIME } from './speedometer.ts';

const time = { sampling: 1, network: 6, mining: 1, optimiser: 2, fullPass: 0 };

/** A speedometer, and the clock that it goes by. */
function start(imagesPerStep: number) {
  const clock = { now: 1000 };
  return { clock, speedometer: createSpeedometer(imagesPerStep, () => clock.now) };
}

test('steps and images a second are those that the reader gets, with judging and all else', () => {
  const { clock, speedometer } = start(100);
  expect(speedometer.read()).toEqual({ stepsPerSecond: 0, imagesPerSecond: 0, time: NO_TIME });
  speedometer.goOn();
  clock.now += 10;
  speedometer.add(time);
  clock.now += 15;
  speedometer.add(time);
  clock.now += 15;
  speedometer.addEvaluation(12);
  expect(speedometer.read()).toEqual({
    stepsPerSecond: 50,
    imagesPerSecond: 5000,
    time: { ...time, evaluation: 6, other: 4 },
  });
});

test('no time passes while a run is paused', () => {
  const { clock, speedometer } = start(1);
  for (let run = 0; run < 2; run++) {
    clock.now += 5000;
    speedometer.goOn();
    clock.now += 10;
    speedometer.add(time);
    speedometer.pause();
    // Judged on demand.
    speedometer.addEvaluation(700);
  }
  expect(speedometer.read()).toMatchObject({ stepsPerSecond: 100, time: { ...time, other: 0 } });
});

test('only the last hundred steps count', () => {
  const { clock, speedometer } = start(1);
  speedometer.goOn();
  clock.now += 1e6;
  speedometer.add({ ...time, network: 1e6 });
  for (let step = 0; step < 100; step++) {
    clock.now += 10;
    speedometer.add(time);
  }
  expect(speedometer.read()).toMatchObject({ stepsPerSecond: 100, time: { network: 6 } });
});

test('an evaluation before the first step belongs to none', () => {
  const { speedometer } = start(1);
  speedometer.goOn();
  speedometer.addEvaluation(50);
  speedometer.add(time);
  expect(speedometer.read().time.evaluation).toBe(0);
});
