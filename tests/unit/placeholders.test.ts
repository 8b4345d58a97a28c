/** The numbers that a formula shows before its figure is alive are those that it then shows. */
import { describe, expect, test } from 'vitest';
import type { Setting, Settings } from '#kit/figure/settings.ts';
import { initialState } from '#kit/figure/urlState.ts';
import { figureSources } from '#support/chapterSources.ts';

type State = Readonly<Record<string, unknown>>;

interface Definition {
  readonly settings: Settings<Record<string, unknown>>;
  readonly measure: (state: State) => unknown;
  readonly slotTexts: (state: State, quantities: unknown) => Readonly<Record<string, string>>;
  readonly variant?: (state: State, quantities: unknown) => string;
}

const SLOT = /\\slot\{([\w-]+)\}\{((?:[^{}]|\{[^{}]*\})*)\}/g;

/** What a reader sees of a placeholder. */
const shown = (tex: string): string =>
  tex
    .replace(/\\text\{(.*?)\}/g, '$1')
    .replace(/-(?=\d)/, '−')
    .replaceAll('\\,', '\u2009')
    .replaceAll('~', '\u00a0')
    .replaceAll('\\%', '%');

const slotsIn = (source: string) =>
  [...source.matchAll(SLOT)].map(([, name = '', tex = '']) => [name, shown(tex)] as const);

/** The formulas of a figure by variant; one without variants has the variant ''. */
function formulasOf(block: string): readonly (readonly [string, string])[] {
  const [first = '', ...variants] = block.split(/<Variant when="/);
  return variants.length === 0
    ? [['', first]]
    : variants.map((part) => [part.slice(0, part.indexOf('"')), part] as const);
}

/** What makes a formula that no setting alone makes. */
const EXAMPLES: Readonly<Record<string, Partial<State>>> = {
  // The third sample, 2.9 radians from the vector of its class.
  'ClassVectors beyond': {
    kind: 'arcface',
    samples: [0.85, 1.55, 1.35 - 2.9, 2.75, -2.95, -2.3, -0.9, -0.15, 0.4],
  },
};

/**
 * The first state in which the formula is of this variant: an example, or one that differs from what
 * the figure begins with by one setting at most.
 */
function stateOf(figure: string, definition: Definition, variant: string): State {
  const start: State = {
    ...initialState(definition.settings),
    ...EXAMPLES[`${figure} ${variant}`],
  };
  if (!definition.variant) return start;
  const states = Object.entries(definition.settings).flatMap(([name, setting]) =>
    alternatives(setting).map((value) => ({ ...start, [name]: value })),
  );
  const found = [start, ...states].find(
    (state) => definition.variant?.(state, definition.measure(state)) === variant,
  );
  if (!found) throw new Error(`no setting alone makes the formula "${variant}"`);
  return found;
}

/** The values of a choice, which says what it expects as "one or other". */
const alternatives = ({ expects, parse }: Setting<unknown>): unknown[] =>
  expects
    .split(' or ')
    .map(parse)
    .filter((value) => value !== undefined);

const formulas = [...figureSources].flatMap(([figure, block]) =>
  formulasOf(block)
    .filter(([, source]) => slotsIn(source).length > 0)
    .map(([variant, source]) => ({ figure, variant, source })),
);

describe('before a figure is alive', () => {
  test.each(formulas)('the formula of $figure $variant shows its numbers', async (formula) => {
    const { figure, variant, source } = formula;
    const { definition } = (await import(`../../src/islands/${figure}/definition.ts`)) as {
      definition: Definition;
    };
    const state = stateOf(figure, definition, variant);
    const texts = definition.slotTexts(state, definition.measure(state));
    const now = slotsIn(source).map(([name]) => [name, texts[name]]);
    expect(slotsIn(source)).toEqual(now);
  });
});
