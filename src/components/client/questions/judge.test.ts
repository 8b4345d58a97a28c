import { describe, expect, test } from 'vitest';
import { type Asked, judge, readNumber } from './judge.ts';

describe('a number is read', () => {
  test.each([
    ['0.25', 0.25],
    ['.25', 0.25],
    ['0,25', 0.25],
    ['1/4', 0.25],
    [' 25 % ', 25],
    ['4,320', 4320],
    ['1,234,567.5', 1234567.5],
    ['0,125', 0.125],
    ['−0.2', -0.2],
    ['1e-4', 0.0001],
  ])('from “%s”', (text, value) => expect(readNumber(text)).toBe(value));

  test.each(['', 'four', '1/0', '1,2,3', '0x10', '1 2', '--1'])('not from “%s”', (text) =>
    expect(readNumber(text)).toBeUndefined(),
  );
});

const known = [
  { is: ['4'], right: true },
  { is: ['3'], right: false },
  { is: [], right: false },
];
const number: Asked = { kind: 'number', tolerance: 0.1, known };

test('a number within the tolerance is right, and one near a mistake gets its reply', () => {
  expect(judge(number, '4.1')).toEqual({ reply: 0, right: true });
  expect(judge(number, '2.95')).toEqual({ reply: 1, right: false });
});

test('a number that is no known mistake gets the reply to all others', () => {
  expect(judge(number, '17')).toEqual({ reply: 2, right: false });
});

test('what is no number is told how to write one', () => {
  expect(judge(number, 'four')).toEqual({
    problem: '“four” is not a number: write it like 0.25, 1/4 or 1,200.',
  });
});

test('a word is compared without capitals and spaces around it', () => {
  const word: Asked = {
    kind: 'word',
    tolerance: 0,
    known: [
      { is: ['semi-hard', 'semi hard'], right: true },
      { is: [], right: false },
    ],
  };
  expect(judge(word, ' Semi  hard ')).toEqual({ reply: 0, right: true });
  expect(judge(word, 'soft')).toEqual({ reply: 1, right: false });
  expect(judge(word, ' ')).toEqual({ problem: 'There is no answer yet: write a word.' });
});

test('a choice that is not offered, such as one kept from an earlier edition, is no answer', () => {
  const choice: Asked = { kind: 'choice', tolerance: 0, known: [{ is: ['a'], right: true }] };
  expect(judge(choice, 'a')).toEqual({ reply: 0, right: true });
  expect(judge(choice, 'z')).toEqual({ problem: '“z” is none of the choices.' });
});
