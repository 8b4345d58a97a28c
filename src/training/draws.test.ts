import { expect, test } from 'vitest';
import { createRandom } from '#metric/random.ts';
import { foreseen, recorded, replayed } from './draws.ts';

const drawn = (random: () => number, count: number) =>
  Array.from({ length: count }, () => random());

test('what is recorded is what was drawn, and can be drawn again', () => {
  const { random, draws } = recorded(createRandom(3));
  const numbers = drawn(random, 5);
  expect(draws).toEqual(numbers);
  expect(drawn(replayed(draws), 5)).toEqual(numbers);
});

test('looking ahead changes nothing of what is drawn', () => {
  const expected = drawn(createRandom(8), 12);
  const { random, ahead } = foreseen(createRandom(8));
  expect(drawn(random, 2)).toEqual(expected.slice(0, 2));
  expect([...ahead(5)]).toEqual(expected.slice(2, 7));
  expect(drawn(random, 3)).toEqual(expected.slice(2, 5));
  // Less than is known by now, and more.
  expect([...ahead(1)]).toEqual(expected.slice(5, 6));
  expect([...ahead(4)]).toEqual(expected.slice(5, 9));
  expect([...ahead(0)]).toEqual([]);
  expect(drawn(random, 7)).toEqual(expected.slice(5));
});
