import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { cardTable } from './cards.ts';
import { plainText } from './plainText.ts';

test('cards are a table with the directives that Anki reads, and quotes where they are needed', () => {
  expect(cardTable([['Is 1 < 2?\n(a) “yes”, it is', 'yes', 'Two springs']])).toBe(
    '#separator:Comma\n#html:false\n#columns:Front,Back,Section\n' +
      '"Is 1 < 2?\n(a) “yes”, it is",yes,Two springs\n',
  );
});

test('a formula is written as TeX, once, and the text on one line', () => {
  const { document } = parseHTML(
    '<p>At  <span data-tex="d = 0"><math>d=0</math><b>d=0</b></span>\n there is <em>none</em>.</p>',
  );
  const paragraph = document.querySelector('p')!;
  expect(plainText(paragraph)).toBe('At \\(d = 0\\) there is none.');
  expect(paragraph.querySelector('math')).not.toBeNull();
});
