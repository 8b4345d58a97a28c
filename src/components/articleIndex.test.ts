import { expect, test } from 'vitest';
import { figureNumber, indexArticle } from './articleIndex.ts';

const index = indexArticle([
  'See <FigureRef name="Two" /> <Cite keys="b" />.\n<Figure name="One" title="The first">\n</Figure>',
  '<Figure title="The second" name="Two">\n</Figure> <EngineSpeeds name="Three" title="The third" /> <Cite keys="a, b" /> <Cite keys="b" />',
]);

test('figures are numbered in reading order, across chapters', () => {
  expect(figureNumber(index, 'One')).toBe(1);
  expect(figureNumber(index, 'Two')).toBe(2);
  expect(figureNumber(index, 'Three')).toBe(3);
});

test('the list of figures has their titles, and a figure without one is refused', () => {
  expect(index.figures.map(({ title }) => title)).toEqual(['The first', 'The second', 'The third']);
  expect(() => indexArticle(['<Figure name="One">'])).toThrow('"One" has no title');
});

test('a reference to a figure that does not stand anywhere names those that do', () => {
  expect(() => figureNumber(index, 'Four')).toThrow('"Four": there are One, Two, Three');
});

test('a figure that stands in two places is refused', () => {
  expect(() => indexArticle(Array(2).fill('<Figure name="One" title="A">'))).toThrow('"One"');
});

test('citations are counted by key, in the order of their first place', () => {
  expect([...index.citations]).toEqual([
    ['b', 3],
    ['a', 1],
  ]);
});
