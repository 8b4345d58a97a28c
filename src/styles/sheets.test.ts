import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  conditions,
  declarations,
  outermost,
  readStyleSheets,
  selectors,
} from '#support/styleSheets.ts';

const TOKENS = 'styles/tokens.css';
const sheets = readStyleSheets();
const tokens = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The lists in the comment of tokens.css: "48rem   below it a phone", of the window and of a figure. */
const [ofWindow = '', ofFigure = ''] = tokens.split('*/')[0]!.split('those of a figure');
const listed = (text: string) =>
  [...text.matchAll(/^ \*\s+(\d+rem) {2,}/gm)].map(([, width]) => width!);
const WIDTHS = { '@media': listed(ofWindow), '@container figure': listed(ofFigure) } as const;
type Query = keyof typeof WIDTHS;

const LENGTH = /[\d.]+(?:px|r?em|ch|pt)\b/;
const STEP = /var\(--(?:text|drawing)-[\w-]+\)/;
/** A step of the scale; a formula may be scaled to the width of its figure. */
const SIZE = new RegExp(`min\\(${STEP.source}, 100cqi / [\\d.]+\\)|${STEP.source}`);
const COLOUR =
  /#[\da-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\(|\b(?:white|black|gr[ae]y)\b/i;
const bound = (query: Query) =>
  new RegExp(
    `^\\((?:width (?:<|>=) (?:W)|(?:W) <= width < (?:W))\\)$`.replaceAll(
      'W',
      WIDTHS[query].join('|'),
    ),
  );

/** Font sizes that are no step of the scale. */
const sizesOffScale = (css: string) =>
  declarations(css).filter(({ property, value }) => {
    if (value === 'inherit') return false;
    if (property === 'font-size') return value.replace(SIZE, '') !== '';
    return property === 'font' && (!SIZE.test(value) || LENGTH.test(value));
  });

/** Margins, paddings and gaps with a length that is no step of the scale; a hairline may be one. */
const spacesOffScale = (css: string) =>
  declarations(css).filter(
    ({ property, value }) =>
      /^(?:margin|padding)\b|^(?:row-|column-)?gap$/.test(property) &&
      LENGTH.test(value.replaceAll(/\b[123]px\b|\b0rem\b/g, '')),
  );

const coloursOfItsOwn = (css: string) =>
  declarations(css).filter(({ value }) => COLOUR.test(value));

/** Conditions on a width at another width, or in another way of writing, than those listed. */
const widthsOffList = (css: string) =>
  (Object.keys(WIDTHS) as Query[]).flatMap((query) =>
    conditions(css, query)
      .flatMap((condition) => condition.split(/ or | and |,\s*/))
      .filter((part) => part.includes('width') && !bound(query).test(part)),
  );

/**
 * What has WebKit find the style of the whole page anew with each piece of it that comes: `:empty` it
 * asks of every element where it is not told a name first, and `:has()` in `:not()` of any ancestor.
 */
const restylesThePage = (css: string) =>
  selectors(css)
    .filter(({ around }) => !around.some((rule) => /print|scripting: none/.test(rule)))
    .map(({ text }) => text)
    .filter((selector) => /(?:^|[\s>+~,&)]):(?:not\(:)?empty|:not\([^)]*:has\(/.test(selector));

describe('a style sheet', () => {
  const pages = [...sheets].filter(([path]) => path !== TOKENS);

  test.each(pages)('%s takes its sizes, distances and colours from tokens.css', (_, css) => {
    expect({
      sizes: sizesOffScale(css),
      spaces: spacesOffScale(css),
      colours: coloursOfItsOwn(css),
    }).toEqual({ sizes: [], spaces: [], colours: [] });
  });

  test.each([...sheets])('%s changes only at the widths that tokens.css lists', (_, css) => {
    expect(widthsOffList(css)).toEqual([]);
  });

  // WebKit reads the shorthand as a line alone, and drops what else it says.
  test.each([...sheets])('%s says in longhand how a line under text looks', (_, css) => {
    const short = declarations(css).filter(
      ({ property, value }) => property === 'text-decoration' && value.includes(' '),
    );
    expect(short).toEqual([]);
  });

  test.each([...sheets])('%s lets WebKit keep the style of what has come', (_, css) => {
    expect(restylesThePage(css)).toEqual([]);
  });

  const figures = pages.filter(([path]) => path.startsWith('islands/'));

  test.each(figures)('%s is nested under its own figure', (path, css) => {
    expect(outermost(css)).toEqual([`[data-figure="${path.split('/')[1]}"]`]);
  });
});

test.each(Object.entries(WIDTHS))('%s asks for at most four widths', (_, widths) => {
  expect(widths.length).toBeGreaterThan(0);
  expect(widths.length).toBeLessThanOrEqual(4);
});

test('every step of the scales is used, and none that is missing', () => {
  const step = /--(?:text|drawing|space)-[\w-]+/g;
  const defined = new Set(tokens.match(/--(?:text|drawing|space)-[\w-]+(?=:)/g));
  const used = new Set(
    [...sheets.values()]
      .flatMap((css) => css.match(/var\(--[\w-]+/g) ?? [])
      .flatMap((use) => use.match(step) ?? []),
  );
  expect([...used].sort()).toEqual([...defined].sort());
});

test('no size of text is below 11 px', () => {
  for (const [, name, size] of tokens.matchAll(/--((?:text|drawing)-[\w-]+): ([\d.]+(?:px|rem));/g))
    expect(
      Number.parseFloat(size!) * (size!.endsWith('rem') ? 16 : 1),
      name,
    ).toBeGreaterThanOrEqual(11);
});

describe('what is caught', () => {
  test.each([
    '.a { &:empty { display: none; } }',
    '.a > :empty { display: none; }',
    '.a { &:not(:empty)::before { content: "x"; } }',
    ':is(.a, .b):empty { display: none; }',
    '.a[data-b]:not(:has(:focus, [open])) { opacity: 0; }',
    ':where(.a:not(:has(.b))) .c { order: 1; }',
  ])('what has WebKit restyle the page in %s', (css) =>
    expect(restylesThePage(css)).toHaveLength(1),
  );

  test.each([
    '.a:empty { display: none; }',
    '.a:has([open]) { opacity: 1; }',
    '@media print { .a:not(:has(.b)) { display: none; } }',
  ])('nothing in %s', (css) => expect(restylesThePage(css)).toEqual([]));

  test.each([
    'p { font-size: 13px; }',
    'p { font-size: calc(var(--text-small) + 1px) }',
    'p { & b { font: 600 0.9rem / 1.5 var(--font-sans); } }',
  ])('the size in %s', (css) => expect(sizesOffScale(css)).toHaveLength(1));

  test.each([
    'p { margin: 0 0 0.3rem; }',
    'p { padding-inline: var(--space-1) 5px; }',
    'p { color: red; column-gap: 1em }',
    'p { margin: calc(-1 * 0.4rem) 0; }',
  ])('the distance in %s', (css) => expect(spacesOffScale(css)).toHaveLength(1));

  test.each(['p { color: #fff; }', 'p { border: 1px solid rgb(0 0 0); }', 'p { fill: white }'])(
    'the colour in %s',
    (css) => expect(coloursOfItsOwn(css)).toHaveLength(1),
  );

  test.each([
    '@media (width < 47rem) { p {} }',
    '@media (max-width: 48rem) { p {} }',
    '@media (width < 48rem) or (600px <= width < 62rem) { p {} }',
    '@media (width <= 48rem) { p {} }',
    '@container figure (width < 48rem) { p {} }',
  ])('the width in %s', (css) => expect(widthsOffList(css)).toHaveLength(1));

  test('a rule beside the figure', () => {
    expect(outermost('[data-figure="A"] { & b { c: d } }\n.e { f: g }')).toEqual([
      '[data-figure="A"]',
      '.e',
    ]);
  });
});
