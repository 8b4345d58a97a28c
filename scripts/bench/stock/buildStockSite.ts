/**
 * Builds the article once more into the folder named by the argument, with what TensorFlow.js ships
 * in the place of what we add to it: its own matMul, activations and their gradients, its own Adam,
 * its own kernels. All the rest is the same code: page, worker, digits, seed, batches, mining,
 * evaluation, drawing.
 */
import { fileURLToPath } from 'node:url';
import { type AstroInlineConfig, build } from 'astro';

type Plugins = NonNullable<NonNullable<AstroInlineConfig['vite']>['plugins']>;

const SWAPPED = [
  'training/lossGradients.ts',
  'training/network/dense.ts',
  'training/optimisers/optimiser.ts',
  'kernels/registerKernels.ts',
];

const swapped = new Set<string>();

const swap = (): Plugins => [
  {
    name: 'stock-tensorflow',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!importer || importer.includes('/scripts/bench/stock/')) return undefined;
      const found = await this.resolve(source, importer, { skipSelf: true });
      const ours = SWAPPED.find((path) => found?.id.endsWith(`/src/${path}`));
      if (!ours) return undefined;
      swapped.add(ours);
      return fileURLToPath(new URL(ours.replace(/^.*(?=\/)/, '.'), import.meta.url));
    },
  },
];

const outDir = process.argv[2];
if (!outDir) throw new Error('The argument is the folder to build into; there was none.');
await build({
  root: fileURLToPath(new URL('../../..', import.meta.url)),
  outDir,
  logLevel: 'error',
  vite: { plugins: swap(), worker: { format: 'es', plugins: swap } },
});
const missed = SWAPPED.filter((path) => !swapped.has(path));
if (missed.length > 0)
  throw new Error(`Nothing imports ${missed.join(', ')}: the two sites would be the same.`);
