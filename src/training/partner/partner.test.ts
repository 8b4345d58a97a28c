import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, expect, test, vi } from 'vitest';
import { useNodeBackend } from '#support/nodeBackend.ts';
import { readDigits } from '#support/readDigits.ts';
import { DEFAULT_CONFIG, type TrainingConfig } from '../config.ts';
import type { StepResult } from '../step.ts';
import { createTrainer } from '../trainer.ts';
import { createHalf } from './half.ts';
import type { Partner } from './partner.ts';

vi.setConfig({ testTimeout: 600_000 });
beforeAll(() => useNodeBackend('wasm', { accelerated: true }));

const digits = readDigits();
/** Five digits a batch, which do not halve; triplets are drawn, which must happen once a step. */
const config: TrainingConfig = {
  ...DEFAULT_CONFIG,
  network: 'reference-conv',
  miner: 'random',
  // Each weight moves as far as its gradient is long: what differs there, differs here.
  optimiser: 'sgd',
  learningRate: 0.01,
  p: 5,
  k: 3,
};
const STEPS = 4;

interface Run {
  readonly results: readonly StepResult[];
  readonly weights: readonly number[];
}

async function run(openPartner?: () => Partner | undefined): Promise<Run> {
  const trainer = createTrainer(config, digits, undefined, { openPartner });
  const results: StepResult[] = [];
  while (trainer.step < STEPS) results.push(await trainer.advance());
  const { weights } = await trainer.weights();
  trainer.dispose();
  return { results, weights: weights.flatMap(({ values }) => Array.from(values)) };
}

const lengthOf = (vector: readonly number[]) =>
  Math.sqrt(vector.reduce((sum, part) => sum + part * part, 0));

const untimed = ({ results, weights }: Run) => ({
  results: results.map(({ time: _, ...rest }) => rest),
  weights,
});

/** One that is lost from the second call of that kind on. */
function losing(kind: keyof Partner): Partner {
  const half = createHalf();
  let calls = 0;
  let isLost = false;
  const unlessDue = async <T>(name: keyof Partner, answer: () => Promise<T>): Promise<T> => {
    if (name === kind && ++calls === 2) isLost = true;
    if (isLost) throw new Error('the worker has ended');
    return answer();
  };
  return {
    forward: (...question) => unlessDue('forward', () => half.forward(...question)),
    backward: (gradient) => unlessDue('backward', () => half.backward(gradient)),
  };
}

test('a run whose batches are shared is the run of one worker but for the last digits', async () => {
  const alone = await run();
  const asked = vi.fn(createHalf);
  const shared = await run(asked);
  expect(asked).toHaveBeenCalledTimes(1);
  alone.results.forEach(({ loss, gradientNorm }, step) => {
    expect(shared.results[step]!.loss / loss).toBeCloseTo(1, 5);
    expect(shared.results[step]!.gradientNorm / gradientNorm).toBeCloseTo(1, 5);
  });
  const moved = alone.weights.map((weight, place) => weight - shared.weights[place]!);
  expect(lengthOf(moved) / lengthOf(alone.weights)).toBeLessThan(1e-6);
});

test.each(['forward', 'backward'] as const)(
  'a partner that is lost on its way %s changes no number',
  async (kind) => {
    const whole = untimed(await run(createHalf));
    expect(untimed(await run(() => losing(kind)))).toEqual(whole);
  },
);

test('networks that are quick ask for no partner', async () => {
  const open = vi.fn(createHalf);
  const quick = { ...config, network: 'mlp' } as const;
  createTrainer(quick, digits, undefined, { openPartner: open }).dispose();
  expect(open).not.toHaveBeenCalled();
});

test.each([
  ['taken by a partner', createHalf],
  ['left by one that is lost', () => losing('forward')],
])('halves of steps, %s, leave no tensor behind', async (_, openPartner) => {
  const trainer = createTrainer(config, digits, undefined, { openPartner });
  await trainer.advance();
  const after = memory().numTensors;
  await trainer.advance();
  await trainer.advance();
  expect(memory().numTensors).toBe(after);
  trainer.dispose();
});
