import { expect, test } from 'vitest';
import {
  choiceSetting,
  integerSetting,
  numberSetting,
  pointSetting,
  type Setting,
  type Settings,
} from '../figure/settings.ts';
import { settingsInWords } from './settingsInWords.ts';

const few = {
  margin: numberSetting(0.5, { min: 0, max: 2 }),
  learningRate: numberSetting(0.001, { min: 0, max: 1 }),
  squared: choiceSetting<boolean>(true, [true, false]),
  anchor: pointSetting({ x: 0, y: 1 }, 2),
};
const start = { margin: 0.5, learningRate: 0.001, squared: true, anchor: { x: 0, y: 1 } };

test('few settings are all told, in words and with as many decimals as can be seen', () => {
  expect(settingsInWords(few, start)).toBe(
    'margin 0.5 · learning rate 0.001 · squared · anchor 0, 1',
  );
  expect(
    settingsInWords(few, { ...start, squared: false, anchor: { x: 0.123456789, y: -1.98765 } }),
  ).toBe('margin 0.5 · learning rate 0.001 · not squared · anchor 0.123, -1.99');
});

const KEYS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const;
type Many = Record<(typeof KEYS)[number], number>;
const many = Object.fromEntries(
  KEYS.map((key) => [key, integerSetting(1, { min: 0, max: 9 })]),
) as Settings<Many>;
const ones = Object.fromEntries(KEYS.map((key) => [key, 1])) as Many;

test('of many settings those are told that are not as at first', () => {
  expect(settingsInWords(many, { ...ones, c: 3, f: 0 })).toBe('c 3 · f 0');
  expect(settingsInWords(many, ones)).toBe('Settings as the figure begins with them');
});

test('a value that is no words is left to the link', () => {
  const points: Setting<string> = {
    initial: '0_0'.repeat(20),
    expects: 'points',
    format: String,
    parse: String,
  };
  const settings = { points, seed: integerSetting(1, { min: 1, max: 9 }) };
  expect(settingsInWords(settings, { points: points.initial, seed: 2 })).toBe('seed 2');
  expect(settingsInWords(settings, { points: '1_1'.repeat(20), seed: 2 })).toBe(
    'points as in the link · seed 2',
  );
});
