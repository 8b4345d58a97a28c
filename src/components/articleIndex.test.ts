import { expect, test } from 'vitest';
import { figureNumber, indexArticle } from './articleIndex.ts';

const index = indexArticle([
  'See <FigureRef name="Two" /> <Cite keys="b" />.\n<Figure name="One">\n</Figure>',
  '<Figure name="Two">\n</Figure> <Cite keys="a, b" /> <Cite keys="b" />',
]);

test('figures are numbered in reading order, across chapters', () => {
  expect(figureNumber(index, 'One')).toBe(1);
  expect(figureNumber(index, 'Two')).toBe(2);
});

test('a reference to a figure that does not stand anywhere names those that do', () => {
  expect(() => figureNumber(index, 'Three')).toThrow('"Three": there are One, Two');
});

test('a figure that stands in two places is refused', () => {
  expect(() => indexArticle(['<Figure name="One">', '<Figure name="One">'])).toThrow('"One"');
});

test('citations are counted by key, in the order of their first place', () => {
  expect([...index.citations]).toEqual([
    ['b', 3],
    ['a', 1],
  ]);
});
