import { describe, expect, test } from 'vitest';
import { listed } from '#metric/miners/listed.ts';
import { miners, toMiner } from '#metric/miners/registry.ts';
import {
  batchLossConfig,
  CHANGEABLE,
  canChange,
  DEFAULT_CONFIG,
  differences,
  type TrainingConfig,
  validateConfig,
} from './config.ts';
import { isOffline } from './settings/choices.ts';
import type { Row } from './settings/rows.ts';
import { SETTINGS } from './settings/table.ts';

const validate = (change: object) => () =>
  validateConfig({ ...DEFAULT_CONFIG, ...change } as TrainingConfig);

describe('a configuration', () => {
  test('is fine as it stands by default', () => {
    expect(validate({})).not.toThrow();
  });

  test.each([
    [{ miner: 'hardest' }, 'miner "hardest" is not one of batch-all, batch-hard'],
    [{ p: 2.5 }, 'p 2.5 is not a whole number from 2 to 256'],
    [{ epochLength: 1.5 }, 'epochLength 1.5 is not a whole number from 1 to 1000'],
    [{ seed: 2 ** 31 }, 'seed 2147483648 is not a whole number from 0 to 2147483647'],
    [{ k: 1 }, 'k 1 is not a whole number from 2 to 32'],
    [{ margin: Number.NaN }, 'margin NaN is not a number from 0.01 to 10'],
    [{ learningRate: 0 }, 'learningRate 0 is not a number from'],
    [{ softMargin: true, miner: 'semi-hard' }, 'compares with the margin'],
    [
      { softMargin: true, miner: 'offline-semi-hard' },
      '"offline-semi-hard" compares with the margin',
    ],
    [{ softMargin: 1 }, 'softMargin "1" is not one of false, true'],
    [{ loss: 'contrastive', miner: 'offline-hard' }, 'the contrastive loss takes an online one'],
    [{ classes: [3] }, 'classes "3" are neither "all" nor at least two different labels'],
    [{ classes: [3, 3] }, 'at least two different labels'],
    [{ classes: [3, 0.5] }, 'at least two different labels'],
    [{ classes: 'some' }, 'classes "some" are neither "all"'],
  ])('with %o is refused, saying what would be right', (change, reason) => {
    expect(validate(change)).toThrow(reason);
  });

  test('with several faults is told all of them', () => {
    expect(validate({ p: 1, seed: -1 })).toThrow(/p 1 .*; seed -1 /);
  });

  test.each([
    { softMargin: true, miner: 'offline-random' },
    { softMargin: true, loss: 'contrastive' },
    { loss: 'contrastive', miner: 'semi-hard' },
    { classes: [3, 8] },
  ])('with %o is fine', (change) => {
    expect(validate(change)).not.toThrow();
  });

  test('may have any number of its range, both ends included', () => {
    const numbers = Object.entries<Row>(SETTINGS).flatMap(([name, row]) =>
      row.kind === 'number' ? [[name, row.range] as const] : [],
    );
    expect(numbers.map(([name]) => name)).toEqual(
      expect.arrayContaining([
        'margin',
        'p',
        'k',
        'learningRate',
        'momentum',
        'epochLength',
        'seed',
      ]),
    );
    for (const [name, { min, max, whole }] of numbers) {
      for (const end of [min, max]) expect(validate({ [name]: end })).not.toThrow();
      const step = whole ? 1 : 1e-7;
      for (const beyond of [min - step, max + step])
        expect(validate({ [name]: beyond })).toThrow(`${name} ${beyond} is not a `);
    }
  });

  test('is an object', () => {
    for (const none of [null, 'batch-all', undefined])
      expect(() => validateConfig(none as never)).toThrow(
        `a configuration is an object of settings, not ${none}`,
      );
  });
});

describe('a change of the configuration', () => {
  test('is told by the names of what differs', () => {
    expect(differences(DEFAULT_CONFIG, { ...DEFAULT_CONFIG })).toEqual([]);
    const other = { ...DEFAULT_CONFIG, margin: 2, classes: [1, 2] };
    expect(differences(DEFAULT_CONFIG, other)).toEqual(['margin', 'classes']);
    expect(differences(other, { ...other, classes: [1, 2] })).toEqual([]);
  });

  test('can happen while a run goes on where it is of the loss, the mining or the step', () => {
    for (const name of CHANGEABLE)
      expect(canChange(DEFAULT_CONFIG, { ...DEFAULT_CONFIG, [name]: 'else' })).toBe(true);
    expect(canChange(DEFAULT_CONFIG, { ...DEFAULT_CONFIG, margin: 2, seed: 2 })).toBe(false);
    for (const name of ['p', 'k', 'network', 'dims', 'optimiser', 'augmentation', 'classes'])
      expect(canChange(DEFAULT_CONFIG, { ...DEFAULT_CONFIG, [name]: 'else' })).toBe(false);
  });
});

describe('the loss of a configuration', () => {
  test('takes over what the metric library knows', () => {
    const { loss, distance, miner, reducer, normalise, margin, softMargin } = DEFAULT_CONFIG;
    const taken = { loss, distance, miner, reducer, normalise, margin, softMargin };
    expect(batchLossConfig(DEFAULT_CONFIG)).toEqual(taken);
  });

  test('has a soft margin with triplets only', () => {
    const soft = { ...DEFAULT_CONFIG, softMargin: true };
    expect(batchLossConfig(soft).margin).toBe('soft');
    expect(batchLossConfig({ ...soft, loss: 'contrastive' }).margin).toBe(0.5);
  });

  test('sums over listed triplets where they were mined before', () => {
    const offline = ['offline-random', 'offline-hard', 'offline-semi-hard'];
    expect([...miners.keys()]).toEqual(expect.arrayContaining(offline));
    for (const miner of miners.keys()) {
      expect(isOffline({ miner })).toBe(offline.includes(miner));
      const taken = batchLossConfig({ ...DEFAULT_CONFIG, miner }).miner!;
      expect(taken).toBe(miner);
      expect(toMiner(taken) === listed).toBe(offline.includes(miner));
    }
  });
});
