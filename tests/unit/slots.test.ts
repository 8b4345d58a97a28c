/** Ties the formulas of the chapters to the figures: what a chapter marks, its island supplies. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface IslandModel {
  readonly slots: readonly string[];
  readonly model: {
    readonly name: string;
    readonly settings: object;
    readonly terms: Readonly<Record<string, string>>;
  };
  readonly variants?: readonly string[];
}

const CHAPTERS = 'content/chapters';
const ISLANDS = 'src/islands';

const figures = new Map(
  readdirSync(CHAPTERS).flatMap((file) =>
    [
      ...readFileSync(`${CHAPTERS}/${file}`, 'utf8').matchAll(
        /<Figure name="(\w+)">([\s\S]*?)<\/Figure>/g,
      ),
    ].map(([, name = '', block = '']) => [name, block] as const),
  ),
);

const namesOf = (block: string, pattern: RegExp) =>
  [...new Set([...block.matchAll(pattern)].map(([, name]) => name ?? ''))].sort();
const slotsIn = (block: string) => namesOf(block, /\\slot\{([\w-]+)\}/g);
const termsIn = (block: string) => namesOf(block, /\\term\{([\w-]+)\}/g);
const variantsIn = (block: string) => namesOf(block, /data-when="([\w-]+)"/g);

const withFormula = [...figures].filter(([, block]) => slotsIn(block).length > 0);
const modelPath = (name: string) => `${ISLANDS}/${name}/model.ts`;
const loadModel = async (name: string): Promise<IslandModel> =>
  import(`../../src/islands/${name}/model.ts`);

test('there are live formulas to check', () => {
  expect(withFormula.map(([name]) => name)).toEqual(
    expect.arrayContaining(['PairForces', 'TripletForces']),
  );
});

test.each(withFormula)('the slots of %s are those that its model supplies', async (name, block) => {
  const { slots } = await loadModel(name);
  expect(slotsIn(block)).toEqual([...slots].sort());
});

test.each(withFormula)('the terms of %s are those that its model names', async (name, block) => {
  const { model } = await loadModel(name);
  expect(termsIn(block)).toEqual(Object.keys(model.terms).sort());
});

test.each(withFormula)(
  'the variants of the formula of %s are those of its model',
  async (name, block) => {
    const { variants = [] } = await loadModel(name);
    expect(variantsIn(block)).toEqual([...variants].sort());
  },
);

test('every island that supplies slots has a formula with slots in a chapter', async () => {
  const missing: string[] = [];
  for (const name of readdirSync(ISLANDS)) {
    if (!existsSync(modelPath(name))) continue;
    const { slots = [] }: Partial<IslandModel> = await loadModel(name);
    if (slots.length > 0 && slotsIn(figures.get(name) ?? '').length === 0) missing.push(name);
  }
  expect(missing).toEqual([]);
});
