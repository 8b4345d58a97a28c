import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { distances } from '#metric/distances/registry.ts';
import { losses } from '#metric/losses/registry.ts';
import { miners } from '#metric/miners/registry.ts';
import { reducers } from '#metric/reducers/registry.ts';
import { samplers } from '#metric/samplers/registry.ts';
import { similarities } from '#metric/similarities/registry.ts';
import { augmentations } from '../augmentations/registry.ts';
import { networks } from '../network/networks/registry.ts';
import { optimisers } from '../optimisers/registry.ts';

/** Names that stand for something else as well: zones of a triplet, how a face is enrolled, a setting, no choice at all. */
const OTHER_WORDS = new Set(['hard', 'semi-hard', 'mean', 'classes', 'none']);

const registries = [
  losses,
  miners,
  reducers,
  distances,
  similarities,
  networks,
  optimisers,
  augmentations,
  samplers,
];
const names = registries
  .flatMap((registry): string[] => [...registry.keys()])
  .filter((name) => !OTHER_WORDS.has(name));
const quoted = `'(${names.join('|')})'`;

/** Asking whether something is the choice of that name, in any of the usual ways. */
const comparison = new RegExp(
  `[!=]==? *${quoted}|${quoted} *[!=]==|case ${quoted}|(includes|startsWith|endsWith)\\(${quoted}`,
);

const isAsked = (line: string): boolean => comparison.test(line);

test('what a choice is like is asked of its entry, never told from its name', () => {
  const files = globSync('src/**/*.{ts,tsx,astro}').filter((file) => !/\.test\./.test(file));
  expect(files.length).toBeGreaterThan(300);
  const found = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, at) => (isAsked(line) ? [`${file}:${at + 1}: ${line.trim()}`] : [])),
  );
  expect(found).toEqual([]);
});

test('such questions are noticed', () => {
  for (const line of [
    `if (config.loss === 'contrastive') {`,
    `const small = network !== 'mlp';`,
    `    case 'batch-hard':`,
    `['batch-all'].includes('batch-all')`,
  ])
    expect(isAsked(line), line).toBe(true);
  expect(isAsked(`strategy: choiceSetting('batch-hard', names)`)).toBe(false);
});

test('no two choices of a kind are called alike', () => {
  for (const registry of registries) {
    const labels = [...registry.values()].map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
    for (const { about } of registry.values()) expect(about.length).toBeGreaterThan(10);
  }
});
