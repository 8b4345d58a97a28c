import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { BenchNetworkName } from './kernels/benchNetworks.ts';
import {
  type BatchShape,
  ENGINE_NAMES,
  type Engine,
  outputOf,
  stepTimes,
} from './kernels/engines.ts';
import { findTorch, type Torch } from './kernels/findTorch.ts';
import { measureProducts } from './kernels/measureProducts.ts';
import { torchRows } from './kernels/torchRows.ts';
import { type Group, type Measured, slug } from './report.ts';
import type { Site } from './site.ts';

const LEVELS = ['relaxed-simd', 'simd'] as const;
const NETWORKS: readonly BenchNetworkName[] = ['MLP', 'small conv', 'reference conv'];
/** P × K: 32, 120, 128 and 256 images. */
const BATCHES = [
  [8, 4],
  [10, 12],
  [8, 16],
  [8, 32],
] as const;

const PROFILED = [8, 16] as const;

const kernelBytes = (level: string): Buffer =>
  readFileSync(new URL(`../../src/kernels/built/${level}.wasm`, import.meta.url));

/**
 * Which engines train a network, the one to compare with first. TensorFlow.js as shipped has no
 * filter gradient on wasm; the reference net takes its other kernels seconds a step, jax-js half a
 * minute, and cpu more.
 */
function enginesFor(network: BenchNetworkName, batch: number): Engine[] {
  if (network === 'MLP') return ['stock', 'our layers', 'our kernels', 'jax-js', 'cpu'];
  if (network === 'small conv') {
    return batch <= 128
      ? ['our layers', 'our kernels', 'jax-js', 'cpu']
      : ['our layers', 'our kernels'];
  }
  return batch === 32 ? ['our layers', 'our kernels'] : ['our kernels'];
}

/** What bounds a step: the whole, then its parts. */
function profileGroup(network: BenchNetworkName, [p, k]: BatchShape): Group {
  const output = outputOf('profileStep.ts', network, p, k);
  const parts: [id: string, what: string, time: number][] = JSON.parse(
    output.slice(output.indexOf('[[')),
  );
  const whole = parts.reduce((sum, [, , time]) => sum + time, 0);
  return {
    id: `profile-${slug(network)}`,
    title: `Where a step of the ${network}, B = ${p * k}, goes on our kernels, by the clock`,
    rows: [['step', 'a step', whole] as const, ...parts].map(([id, what, time]) => ({
      id,
      what,
      unit: 'ms',
      values: [time],
    })),
  };
}

const products = (
  [level, where]: readonly [level: string, where: string],
  measured: Awaited<ReturnType<typeof measureProducts>>,
): Group => ({
  id: `products-${level}-${slug(where)}`,
  title: `Products of matrices, ${level}, ${where}`,
  rows: measured.map((row) => ({ ...row, unit: 'GFLOP/s' })),
});

async function productGroups({ browser, url }: Site): Promise<Group[]> {
  const groups: Group[] = [];
  const page = await browser.newPage({ serviceWorkers: 'block' });
  await page.goto(url);
  for (const level of LEVELS) {
    const bytes = [...kernelBytes(level)];
    groups.push(products([level, 'Node'], await measureProducts(bytes)));
    groups.push(products([level, 'Chromium'], await page.evaluate(measureProducts, bytes)));
  }
  await page.close();
  return groups;
}

const stepGroups = (torch: Torch | undefined): Group[] =>
  NETWORKS.flatMap((network) =>
    BATCHES.map((batch) => {
      const size = batch[0] * batch[1];
      return {
        id: `step-${slug(network)}-${size}`,
        title: `A step of the ${network}, B = ${size}, processor time`,
        rows: [
          ...enginesFor(network, size).map((engine) => ({
            id: slug(engine),
            what: ENGINE_NAMES[engine],
            unit: 'ms',
            values: stepTimes(engine, network, batch),
          })),
          ...(torch ? torchRows(torch, network, batch) : []),
        ],
      };
    }),
  );

const sizeGroup = (): Group => ({
  id: 'bytes',
  title: 'The kernels, gzipped',
  rows: LEVELS.map((level) => ({
    id: level,
    what: level,
    unit: 'bytes',
    values: [gzipSync(kernelBytes(level)).length],
  })),
});

/**
 * The kernels against what the engine can do at most, and steps on them against other engines: from
 * the sampling of a batch to Adam.
 */
export async function benchKernels(site: Site): Promise<Measured> {
  const torch = findTorch();
  return {
    heading: 'The kernels',
    groups: [
      ...(await productGroups(site)),
      ...stepGroups(torch),
      ...NETWORKS.map((network) => profileGroup(network, PROFILED)),
      sizeGroup(),
    ],
    versions: { chromium: site.browser.version(), ...torch?.versions },
    remarks: [
      'A step is the sampling of a batch, forward, batch-all mining, backward and Adam; of “the network only”, all but the mining, and with jax-js no Adam either.',
      ...(torch
        ? []
        : [
            'No Python with PyTorch was found, and so there are no rows of it: PYTHON may name one.',
          ]),
    ],
  };
}
