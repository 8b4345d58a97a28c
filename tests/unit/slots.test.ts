/** Ties the formulas of the chapters to the figures: what a chapter marks, its island supplies. */
import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { figureSources } from '#support/chapterSources.ts';

interface IslandDefinition {
  readonly slots: readonly string[];
  readonly definition: {
    readonly name: string;
    readonly settings: object;
    readonly terms: Readonly<Record<string, string>>;
  };
  readonly variants?: readonly string[];
}

const ISLANDS = 'src/islands';

const namesOf = (block: string, pattern: RegExp) =>
  [...new Set([...block.matchAll(pattern)].map(([, name]) => name ?? ''))].sort();
const slotsIn = (block: string) => namesOf(block, /\\slot\{([\w-]+)\}/g);
const termsIn = (block: string) => namesOf(block, /\\term\{([\w-]+)\}/g);
const variantsIn = (block: string) => namesOf(block, /<Variant when="([\w-]+)"/g);

const withFormula = [...figureSources].filter(([, block]) => slotsIn(block).length > 0);
const definitionPath = (name: string) => `${ISLANDS}/${name}/definition.ts`;
const loadDefinition = async (name: string): Promise<IslandDefinition> =>
  import(`../../src/islands/${name}/definition.ts`);

test('there are live formulas to check', () => {
  expect(withFormula.map(([name]) => name)).toEqual(
    expect.arrayContaining(['PairForces', 'TripletForces']),
  );
});

test.each(withFormula)(
  'the slots of %s are those that its definition supplies',
  async (name, block) => {
    const { slots } = await loadDefinition(name);
    expect(slotsIn(block)).toEqual([...slots].sort());
  },
);

test.each(withFormula)(
  'the terms of %s are those that its definition names',
  async (name, block) => {
    const { definition } = await loadDefinition(name);
    expect(termsIn(block)).toEqual(Object.keys(definition.terms).sort());
  },
);

test.each(withFormula)(
  'the variants of the formula of %s are those of its definition',
  async (name, block) => {
    const { variants = [] } = await loadDefinition(name);
    expect(variantsIn(block)).toEqual([...variants].sort());
  },
);

test('every island that supplies slots has a formula with slots in a chapter', async () => {
  const missing: string[] = [];
  for (const name of readdirSync(ISLANDS)) {
    if (!existsSync(definitionPath(name))) continue;
    const { slots = [] }: Partial<IslandDefinition> = await loadDefinition(name);
    if (slots.length > 0 && slotsIn(figureSources.get(name) ?? '').length === 0) missing.push(name);
  }
  expect(missing).toEqual([]);
});
