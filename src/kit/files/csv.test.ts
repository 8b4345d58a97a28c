import { expect, test } from 'vitest';
import { toCsv } from './csv.ts';

test('a table is a line for its header and one for each row', () => {
  expect(
    toCsv(
      ['step', 'loss'],
      [
        [1, 0.1],
        [2, 1 / 3],
      ],
    ),
  ).toBe(`step,loss\n1,0.1\n2,${1 / 3}\n`);
});

test('a text that would be taken apart stands in quotes, and its quotes are doubled', () => {
  expect(toCsv(['a, b'], [['say "no"'], ['two\nlines'], ['plain']])).toBe(
    '"a, b"\n"say ""no"""\n"two\nlines"\nplain\n',
  );
});

test('blanks and byte order marks at the ends of a text are kept by quotes', () => {
  expect(toCsv([' a', 'b '], [['\uFEFFc', '# d']])).toBe('" a","b "\n"\uFEFFc","# d"\n');
});
