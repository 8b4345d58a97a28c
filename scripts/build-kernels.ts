/**
 * Compiles the kernels (src/kernels/assembly) to WebAssembly, once with relaxed multiply-adds and
 * once without for engines that lack them. Does nothing when what is there is newer than the source.
 */
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const kernels = fileURLToPath(new URL('../src/kernels', import.meta.url));
const source = join(kernels, 'assembly');
const built = join(kernels, 'built');

const builds = [
  { file: 'relaxed-simd.wasm', features: 'simd,relaxed-simd' },
  { file: 'simd.wasm', features: 'simd' },
];

/** On the memory of TensorFlow.js, so without a runtime or data of their own. */
const OPTIONS = ['-O3', '--noAssert', '--runtime', 'stub', '--importMemory', '--noExportMemory'];

const changed = (path: string) => statSync(path).mtimeMs;
const newestSource = Math.max(
  changed(fileURLToPath(import.meta.url)),
  ...readdirSync(source).map((name) => changed(join(source, name))),
);
const stale = builds.filter(({ file }) => {
  const path = join(built, file);
  return !existsSync(path) || changed(path) < newestSource;
});

if (stale.length > 0) {
  const { main } = await import('assemblyscript/asc');
  mkdirSync(built, { recursive: true });
  for (const { file, features } of stale) {
    const { error, stderr } = await main([
      join(source, 'index.ts'),
      ...OPTIONS,
      '--enable',
      features,
      '--outFile',
      join(built, file),
    ]);
    if (error) throw new Error(`${file} does not compile: ${error.message}\n${stderr}`);
  }
}
