import { expect, test } from '@playwright/test';
import type { ComparedHeldOut } from './card/compareHeldOut.ts';
import type { ComparedInputs } from './card/compareInputs.ts';
import type { Compared } from './card/compareLosses.ts';
import type { ComparedProduct } from './card/compareProducts.ts';
import type { Divergence, Runs } from './card/compareRuns.ts';
import { callSource, openSources } from './sourcePage.ts';
import { skipWithoutWebgpu, WITH_WEBGPU } from './withWebgpu.ts';

test.use(WITH_WEBGPU);

/** The largest difference, relative to the largest number, or to 0.01 where all are smaller. */
function off(actual: readonly number[], expected: readonly number[]): number {
  const largest = Math.max(0.01, ...expected.map(Math.abs));
  return Math.max(...expected.map((value, at) => Math.abs(value - actual[at]!))) / largest;
}

/** Rows × columns of a workgroup. */
const TILES = ['16 × 16', '16 × 32', '32 × 16', '32 × 32', '64 × 16', '64 × 32'];

test.beforeEach(async ({ page }) => {
  await openSources(page);
  await skipWithoutWebgpu(page);
});

test('losses on the card are those of the metric library, with ties and odd classes', async ({
  page,
}) => {
  const compared = await callSource<Compared[]>(
    page,
    'tests/browser/card/compareLosses.ts',
    'compareLosses',
  );
  expect(compared.length).toBeGreaterThan(60);
  expect(compared.filter(({ counts }) => counts > 0)).toEqual([]);
  expect(compared.filter(({ loss }) => !(loss < 1e-5))).toEqual([]);
  expect(compared.filter(({ gradient }) => !(gradient < 1e-4))).toEqual([]);
});

test('products on the card are those of plain loops, at odd sizes and in parts, with every tile', async ({
  page,
}) => {
  const compared = await callSource<ComparedProduct[]>(
    page,
    'tests/browser/card/compareProducts.ts',
    'compareProducts',
  );
  expect(compared.filter((product) => !(product.off < 1e-5))).toEqual([]);
  const tiles = new Set(compared.map(({ tile }) => tile.join(' × ')));
  expect([...tiles].toSorted()).toEqual(TILES);
});

test('images on the card are changed as by the augmentations, to 1e-5', async ({ page }) => {
  const compared = await callSource<ComparedInputs[]>(
    page,
    'tests/browser/card/compareInputs.ts',
    'compareInputs',
  );
  const still = compared.filter(({ changed }) => changed === 0);
  // Without an augmentation, and one of no strength: bytes and numbers each.
  expect([still.length, compared.length]).toEqual([4, 16]);
  expect(compared.filter(({ off }) => !(off < 1e-5))).toEqual([]);
});

test('held-out samples are brought to the card once, and lie where the processor has them', async ({
  page,
}) => {
  const compared = await callSource<ComparedHeldOut[]>(
    page,
    'tests/browser/card/compareHeldOut.ts',
    'compareHeldOut',
  );
  for (const { name, onCard, onProcessor, size, uploaded } of compared) {
    for (const look of ['all', 'again', 'part', 'some'] as const) {
      expect(onCard[look]).toHaveLength(onProcessor[look].length);
      expect(off(onCard[look], onProcessor[look]), `${name}: ${look}`).toBeLessThan(1e-4);
    }
    // As they are at first, with what each kernel is told; then only their rows.
    expect(uploaded.all, name).toBeLessThan(1.5 * size);
    for (const look of ['again', 'part', 'some'] as const)
      expect(uploaded[look], `${name}: ${look}`).toBeLessThan(0.5 * size);
  }
});

test('runs on the card are those of TensorFlow.js’ operations', async ({ page }) => {
  const runs = await callSource<Runs[]>(page, 'tests/browser/card/compareRuns.ts', 'compareRuns');
  for (const { name, onCard, byOperations } of runs) {
    expect(byOperations.goes, name).toBe(5);
    // An epoch of offline mining of three steps ends a go.
    expect(onCard.goes, name).toBe(name.includes('offline') ? 2 : 1);
    expect(onCard.told, name).toEqual(byOperations.told);
    expect(onCard.inputs, name).toEqual(byOperations.inputs);
    expect(onCard.draws, name).toEqual(byOperations.draws);
    for (const part of ['before', 'after', 'learned', 'vectors', 'heldOut'] as const)
      expect(off(onCard[part], byOperations[part]), `${name}: ${part}`).toBeLessThan(1e-3);
    for (const key of ['step', 'loss', 'activeShare', 'gradientNorm'] as const) {
      const series = [onCard, byOperations].map(({ results }) => results.map((each) => each[key]));
      expect(off(series[0]!, series[1]!), `${name}: ${key}`).toBeLessThan(1e-3);
    }
    expect(onCard.weights.length).toBe(byOperations.weights.length);
    onCard.weights.forEach((weights, index) => {
      expect(off(weights, byOperations.weights[index]!), `${name}: ${index}`).toBeLessThan(1e-3);
    });
  }
});

test('a run that blows up on the card stops at the step before, as by operations', async ({
  page,
}) => {
  const { onCard, byOperations } = await callSource<Record<'onCard' | 'byOperations', Divergence>>(
    page,
    'tests/browser/card/compareRuns.ts',
    'compareDivergence',
  );
  expect(byOperations.error).toBe('DivergedError');
  expect([onCard.error, onCard.steps]).toEqual([byOperations.error, byOperations.steps]);
  expect(onCard.steps).toBeGreaterThan(0);
  expect(onCard.weights.every(Number.isFinite)).toBe(true);
  expect(off(onCard.weights, byOperations.weights)).toBeLessThan(1e-3);
});
