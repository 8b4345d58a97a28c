import { expect, test } from 'vitest';
import type { Asked } from './judge.ts';
import { countStandings, standingOf } from './standing.ts';

const asked: Asked = {
  kind: 'choice',
  tolerance: 0,
  known: [
    { is: ['a'], right: false },
    { is: ['b'], right: true },
  ],
};

test.each([
  [[], 'open'],
  [['a'], 'tried'],
  [['b'], 'first'],
  [['a', 'b'], 'right'],
  [['z', 'b'], 'right'],
  [['z'], 'tried'],
] as const)('after %j a question is %s', (given, standing) => {
  expect(standingOf(asked, given)).toBe(standing);
});

test('what was tried in vain is open, and right at first is answered too', () => {
  expect(countStandings(['open', 'tried', 'right', 'first', 'first'])).toEqual({
    answered: 3,
    atFirst: 2,
    open: 2,
  });
});
