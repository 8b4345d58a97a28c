import { expect, test } from 'vitest';
import { cutAtLetters } from './cutAtLetters.ts';

const variables = (text: string) => cutAtLetters(text).filter((_, k) => k % 2 === 1);

test('a letter by itself is a variable, Greek ones too', () => {
  expect(cutAtLetters('margin m')).toEqual(['margin ', 'm', '']);
  expect(variables('ln(N/a), ln(2N/a − 1)')).toEqual(['N', 'a', 'N', 'a']);
  expect(variables('angle θ, τ⁺ = 0.1, √m, m²/2')).toEqual(['θ', 'τ', 'm', 'm']);
});

test('words and numbers are none, nor are articles', () => {
  for (const text of [
    'a share of it',
    'k-NN accuracy',
    'each library’s own',
    'ln 2 = 0.6931',
    'NaN',
  ])
    expect(cutAtLetters(text)).toEqual([text]);
});
