import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { memory } from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { readDigits } from '#support/readDigits.ts';
import { useNodeBackend } from '#support/nodeBackend.ts';
import { DEFAULT_CONFIG } from './config.ts';
import { createTrainer } from './trainer.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function heap(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

test('ten thousand steps leave no tensor behind, and the heap within a fifth of what it was', async () => {
  await useNodeBackend('wasm', { accelerated: true });
  const trainer = createTrainer({ ...DEFAULT_CONFIG, p: 2, k: 2 }, readDigits());
  const advance = async (steps: number) => {
    for (let k = 0; k < steps; k++) await trainer.advance();
  };
  await advance(200);
  const before = { tensors: memory().numTensors, bytes: memory().numBytes, heap: heap() };
  await advance(10_000);
  expect(memory().numTensors).toBe(before.tensors);
  expect(memory().numBytes).toBe(before.bytes);
  expect(heap()).toBeLessThan(1.2 * before.heap);
  trainer.dispose();
}, 600_000);
