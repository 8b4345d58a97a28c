import { expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '#training/config.ts';
import { changeText } from './changeText.ts';

test('a change of settings is told in a few words', () => {
  const change = { miner: 'semi-hard', margin: 0.2, learningRate: 0.001 } as const;
  expect(changeText(DEFAULT_CONFIG, { ...DEFAULT_CONFIG, ...change })).toBe(
    'all semi-hard, margin 0.2, rate 0.001',
  );
  expect(changeText(DEFAULT_CONFIG, { ...DEFAULT_CONFIG, softMargin: true })).toBe('soft margin');
});
