import { clone, memory, tensor1d } from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { prepareBackends } from '#support/againstCpu.ts';

beforeAll(prepareBackends);

test('a clone outlives what it was made of, and nothing is left of both', () => {
  const before = memory().numDataBuffers;
  const original = tensor1d([1, 2, 3]);
  const copy = clone(original);
  expect(memory().numDataBuffers).toBe(before + 1);
  original.dispose();
  expect([...copy.dataSync()]).toEqual([1, 2, 3]);
  copy.dispose();
  expect(memory().numDataBuffers).toBe(before);
});

test('a clone of text is text', () => {
  const words = tensor1d(['positive', 'negative']);
  expect(clone(words).dataSync()).toEqual(['positive', 'negative']);
});
