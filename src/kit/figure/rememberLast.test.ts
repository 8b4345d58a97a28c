import { expect, test } from 'vitest';
import { rememberLast } from './rememberLast.ts';

test('an answer is worked out once for as long as the arguments stay the same', () => {
  const asked: string[] = [];
  const joined = rememberLast((a: string, b: number) => {
    asked.push(a + b);
    return { text: a + b };
  });
  expect(joined('a', 1)).toBe(joined('a', 1));
  expect(joined('a', 2).text).toBe('a2');
  expect(joined('b', 2).text).toBe('b2');
  expect(asked).toEqual(['a1', 'a2', 'b2']);
});
