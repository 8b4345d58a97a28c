import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';

/** Tests that have a process for each file: they set TensorFlow.js' backend, or put a module in the place of another. */
const BY_THEMSELVES = [
  'src/training/**/*.test.ts',
  'src/kernels/**/*.test.ts',
  'src/data/sources/registry.test.ts',
  'src/kit/challenge/doneChallenges.test.ts',
  'src/islands/BatchMiner/BatchMiner.test.tsx',
];

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    // Real training on a busy two-core machine takes its time.
    testTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'by themselves', include: BY_THEMSELVES } },
      {
        extends: true,
        test: {
          name: 'together',
          // Loading anew what two hundred files share would take longer than the tests.
          isolate: false,
          include: ['src/**/*.test.{ts,tsx}', 'tests/unit/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...BY_THEMSELVES],
        },
      },
    ],
  },
});
