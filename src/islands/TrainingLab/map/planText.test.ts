import { expect, test } from 'vitest';
import { MNIST } from '#data/digits/digitSource.ts';
import { DEFAULT_CONFIG } from '#training/config.ts';
import { planText } from './planText.ts';

test('what Run will do is told by what was chosen and what there is to train on', () => {
  const config = { ...DEFAULT_CONFIG, miner: 'batch-hard', margin: 0.3 } as const;
  expect(planText(config, MNIST)).toBe(
    'Run trains the MLP with batch-hard, margin 0.3, seed 1, on the digits.',
  );
  expect(planText({ ...config, classes: [0, 1] }, MNIST)).toContain('digits, classes 0, 1 only.');
  const own = { ...MNIST, title: 'circle.csv: 240 samples of 2 numbers', isDigits: false };
  expect(planText({ ...config, network: 'reference-conv' }, own)).toBe(
    'Run trains the post’s conv net with batch-hard, margin 0.3, seed 1, on circle.csv.',
  );
});
