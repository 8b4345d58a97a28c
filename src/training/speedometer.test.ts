import { expect, test } from 'vitest';
import { createSpeedometer, NO_TIME } from './speedometer.ts';

const time = { sampling: 1, network: 6, mining: 1, optimiser: 2, fullPass: 0 };

test('images a second are those of the time of training; evaluation is told beside it', () => {
  const speedometer = createSpeedometer(100);
  expect(speedometer.read()).toEqual({ imagesPerSecond: 0, time: NO_TIME });
  speedometer.add(time);
  speedometer.add(time);
  speedometer.addEvaluation(30);
  speedometer.addEvaluation(10);
  expect(speedometer.read()).toEqual({
    imagesPerSecond: 10_000,
    time: { ...time, evaluation: 20 },
  });
});

test('only the last hundred steps count', () => {
  const speedometer = createSpeedometer(1);
  speedometer.add({ ...time, network: 1e6 });
  for (let step = 0; step < 100; step++) speedometer.add(time);
  expect(speedometer.read().time.network).toBe(6);
});

test('an evaluation before the first step belongs to none', () => {
  const speedometer = createSpeedometer(1);
  speedometer.addEvaluation(50);
  speedometer.add(time);
  expect(speedometer.read().time.evaluation).toBe(0);
});
