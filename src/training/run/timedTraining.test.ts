import { expect, test } from 'vitest';
import { MNIST } from '#data/digits/digitSource.ts';
import { FakeClient } from '#support/fakeTraining.ts';
import { DEFAULT_CONFIG } from '../config.ts';
import { type Run, stepOf } from './run.ts';
import { trainUntil } from './timedTraining.ts';

const settled = () => new Promise((resolve) => setTimeout(resolve));

function begin(until: number) {
  const client = new FakeClient();
  let last: Run | undefined;
  const training = trainUntil({
    ...{ client, config: DEFAULT_CONFIG, data: MNIST, until },
    onChange: (run) => {
      last = run;
    },
  });
  const goesOn = async (times: number) => {
    for (let k = 0; k < times; k++) {
      client.goOn();
      await settled();
    }
  };
  return { training, goesOn, step: () => stepOf(last!) };
}

test('a training whose time is over before it could begin takes one step, and tells what it learned', async () => {
  const { training, goesOn, step } = begin(performance.now() - 1000);
  await goesOn(10);
  expect(await training.learned).toBeDefined();
  expect(step()).toBe(1);
});

test('a training that has time goes on until it is stopped', async () => {
  const { training, goesOn, step } = begin(performance.now() + 1e6);
  await goesOn(5);
  const before = step();
  expect(before).toBeGreaterThan(1);
  training.stop();
  await goesOn(2);
  expect(await training.learned).toBeDefined();
  expect(step()).toBe(before);
});
