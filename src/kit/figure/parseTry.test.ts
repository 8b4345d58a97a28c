import { describe, expect, test } from 'vitest';
import { between } from './answerTries.ts';
import { parseTry } from './parseTry.ts';
import type { Point } from '../plane/point.ts';
import { choiceSetting, numberSetting, pointSetting } from './settings.ts';

interface State {
  readonly i: Point;
  readonly y: 0 | 1;
  readonly margin: number;
}

const settings = {
  i: pointSetting({ x: 0, y: 0 }, 2),
  y: choiceSetting<0 | 1>(0, [0, 1]),
  margin: numberSetting(1, { min: 0, max: 2 }),
};
const parse = (text: string) => parseTry<State>('Pair', settings, text);

describe('a phrase of the text', () => {
  test('sets what it names, spelled as in an address', () => {
    expect(parse('i: 1.2_-0.9; y: 1')).toEqual({ i: { x: 1.2, y: -0.9 }, y: 1 });
  });

  test('may ask for a setting as the figure starts with it', () => {
    expect(parse('i: 1_1; margin: default')).toEqual({ i: { x: 1, y: 1 }, margin: 1 });
  });

  test('may not name a setting that the figure lacks', () => {
    expect(() => parse('j: 1_1')).toThrow('Pair has no setting “j”: known are i, y, margin.');
    expect(() => parse('toString: 1')).toThrow('no setting');
  });

  test('may not ask for a value out of range', () => {
    expect(() => parse('margin: 3')).toThrow(
      'cannot set margin to “3”: it is a number from 0 to 2',
    );
  });

  test('may not ask for nothing', () => {
    expect(() => parse('')).toThrow('is not “setting: value”');
    expect(() => parse('y: 1;')).toThrow('is not “setting: value”');
  });
});

describe('the way to what a phrase asks for', () => {
  const from: State = { i: { x: 0, y: 0 }, y: 0, margin: 1 };
  const to = parse('i: 1_-1; y: 1; margin: 2');

  test('starts where the figure is, except that choices switch at once', () => {
    expect(between(settings, from, to, 0)).toEqual({ i: { x: 0, y: 0 }, y: 1, margin: 1 });
  });

  test('is more than half done after half of the time', () => {
    const { i, margin } = between(settings, from, to, 0.5);
    expect(i?.x).toBeGreaterThan(0.5);
    expect(margin).toBeGreaterThan(1.5);
  });

  test('ends exactly there', () => {
    expect(between(settings, from, to, 1)).toEqual(to);
  });
});
