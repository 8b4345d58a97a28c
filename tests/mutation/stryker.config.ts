import { mutated } from './scope.ts';

/** `npm run mutation`: what it did before is kept in .stryker, so that it only asks anew. */
export default {
  mutate: mutated,
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'tests/mutation/vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  incremental: true,
  incrementalFile: '.stryker/incremental.json',
  tempDirName: '.stryker/sandbox',
  ignorePatterns: ['/bench', '/content', '/dist', '/public', '/test-results'],
  reporters: ['progress-append-only', 'clear-text', 'html'],
  htmlReporter: { fileName: '.stryker/report.html' },
  clearTextReporter: { logTests: false },
  // On a busy machine a slow test is no endless loop; most of those are noticed by counting.
  timeoutMS: 20_000,
  concurrency: 2,
};
