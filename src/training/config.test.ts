import { describe, expect, test } from 'vitest';
import { DEFAULT_CONFIG, type TrainingConfig, validateConfig } from './config.ts';

const validate = (change: object) => () =>
  validateConfig({ ...DEFAULT_CONFIG, ...change } as TrainingConfig);

describe('a configuration', () => {
  test('is fine as it stands by default', () => {
    expect(validate({})).not.toThrow();
  });

  test.each([
    [{ miner: 'hardest' }, 'miner "hardest" is not one of batch-all, batch-hard'],
    [{ p: 2.5 }, 'p 2.5 is not a whole number from 2 to 64'],
    [{ k: 1 }, 'k 1 is not a whole number from 2 to 32'],
    [{ margin: Number.NaN }, 'margin NaN is not a number from 0.01 to 10'],
    [{ learningRate: 0 }, 'learningRate 0 is not a number from'],
    [{ softMargin: true, miner: 'semi-hard' }, 'compares with the margin'],
  ])('with %o is refused, saying what would be right', (change, reason) => {
    expect(validate(change)).toThrow(reason);
  });

  test('with several faults is told all of them', () => {
    expect(validate({ p: 1, seed: -1 })).toThrow(/p 1 .*; seed -1 /);
  });
});
