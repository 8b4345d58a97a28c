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

test.each([1, 10, 300])('only the last two seconds count, in steps of %i ms', (wall) => {
  const { clock, speedometer } = start(1);
  speedometer.goOn();
  clock.now += 1e6;
  speedometer.add({ ...time, network: 1e6 });
  for (let spent = 0; spent < 2000; spent += wall) {
    clock.now += wall;
    speedometer.add(time);
  }
  const { stepsPerSecond, time: read } = speedometer.read();
  expect(stepsPerSecond).toBeCloseTo(1000 / wall, 6);
  expect(read.network).toBe(6);
});

test('a step that takes longer counts alone', () => {
  const { clock, speedometer } = start(1);
  speedometer.goOn();
  for (const wall of [10, 5000]) {
    clock.now += wall;
    speedometer.add(time);
  }
  expect(speedometer.read().stepsPerSecond).toBeCloseTo(0.2, 6);
});

test('an evaluation before the first step belongs to none', () => {
  const { speedometer } = start(1);
  speedometer.goOn();
  speedometer.addEvaluation(50);
  speedometer.add(time);
  expect(speedometer.read().time.evaluation).toBe(0);
});
