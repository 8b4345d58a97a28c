import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { miners } from '#metric/miners/registry.ts';
import { DEFAULT_CONFIG } from '#training/config.ts';
import { readConfig, writeConfig } from './configFile.ts';

const file = (settings: unknown) =>
  JSON.stringify({ format: 'contrastive-learning-run', version: 1, settings });

describe('the settings of a run as a file', () => {
  test('come back as they were', () => {
    const number = fc.double({ min: 0.01, max: 10, noNaN: true });
    const whole = fc.integer({ min: 2, max: 10 });
    fc.assert(
      fc.property(number, whole, fc.constantFrom(...miners.keys()), (margin, p, miner) => {
        const config = { ...DEFAULT_CONFIG, margin, p, miner };
        expect(readConfig(writeConfig(config))).toEqual(config);
      }),
    );
  });

  test('tell what changed in mid-run, and come back as the run began', () => {
    const changes = [{ step: 120, text: 'margin 2', settings: { margin: 2 } }];
    const written = writeConfig(DEFAULT_CONFIG, changes);
    expect(JSON.parse(written).changes).toEqual([{ step: 120, settings: { margin: 2 } }]);
    expect(readConfig(written)).toEqual(DEFAULT_CONFIG);
  });

  test('that are missing keep their defaults', () => {
    expect(readConfig(file({ p: 5 }))).toEqual({ ...DEFAULT_CONFIG, p: 5 });
  });

  test('that are wrong are refused by name, all at once, with what would be right', () => {
    const refusals: [string, string][] = [
      ['{', 'this file is no JSON'],
      ['[]', 'it should have "format": "contrastive-learning-run"'],
      [file(null), 'should have its "settings" as an object'],
      [file({ P: 5 }), 'there is no setting "P"'],
      [
        file({ p: 5.5, miner: 'x' }),
        'p should be a whole number from 2 to 256, not 5.5; miner should be',
      ],
      [file({ margin: '1' }), 'margin should be a number from 0.01 to 10, not "1"'],
      [file({ __proto__: null, constructor: 1 }), 'there is no setting "constructor"'],
      [file({ miner: 'semi-hard', softMargin: true }), 'compares with the margin'],
    ];
    for (const [text, refusal] of refusals) expect(() => readConfig(text), text).toThrow(refusal);
  });
});
