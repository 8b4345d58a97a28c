/** Ties the terms that the chapters mark to the glossary that explains them. */
import { expect, test } from 'vitest';
import glossary from '../../content/glossary.json';
import { headingOf } from '#components/headings.ts';
import { chapterSources, figureSources } from '#support/chapterSources.ts';

interface Marked {
  readonly chapter: string;
  readonly name: string;
  readonly words: string;
}

const marked: Marked[] = [...chapterSources].flatMap(([chapter, source]) =>
  [...source.matchAll(/<Term name="([^"]*)">([^<]*)<\/Term>/g)].map(
    ([, name = '', words = '']) => ({ chapter, name, words }),
  ),
);
const byId = new Map(glossary.map((entry) => [entry.id, entry]));

/** What a reader may ask about, whatever else there is. */
const ASKED = [
  ['Adam', 'SGD', 'epoch', 'batch', 'embedding', 'softmax', 'convolution', 'principal axes'],
  ['k-NN accuracy', 'ROC', 'held-out', 'MLP', 'gradient', 'temperature', 'margin', 'miner'],
  ['active share', 'spread', 'recall@1', 'R-precision', 'MAP@R', 'equal error rate'],
  ['false accept rate', 'false reject rate', 'false match rate', 'anchor', 'P×K batch'],
  ['reducer', 'hinge'],
].flat();

test('every opening tag of a term is one that this test can read', () => {
  const opened = [...chapterSources.values()].join('').match(/<Term\b/g);
  expect(marked).toHaveLength(opened?.length ?? 0);
});

test('every marked word is one of its entry', () => {
  const strange = marked.filter(({ name, words }) => {
    const entry = byId.get(name);
    const known = entry ? [entry.term, ...entry.forms] : [];
    return !known.some((form) => form.toLowerCase() === words.toLowerCase());
  });
  expect(strange).toEqual([]);
});

test('a term is marked once a chapter, where it first occurs', () => {
  const places = marked.map(({ chapter, name }) => `${chapter}: ${name}`);
  expect(places.filter((place, at) => places.indexOf(place) !== at)).toEqual([]);
});

test('what readers ask about is explained, each once, in one or two sentences', () => {
  const terms = glossary.map(({ term }) => term);
  expect(ASKED.filter((term) => !terms.includes(term))).toEqual([]);
  expect(new Set(glossary.map(({ id }) => id)).size).toBe(glossary.length);
  for (const { id, text } of glossary) expect(text, id).toMatch(/^\S[\s\S]{15,300}\.$/);
});

test('where an entry says that it is shown, there is such a figure or section', () => {
  const chapters = [...chapterSources.values()];
  for (const { figure, section } of glossary) {
    if (figure !== undefined) expect([...figureSources.keys()]).toContain(figure);
    if (section !== undefined) expect(headingOf(chapters, section)).not.toBe('');
  }
});
