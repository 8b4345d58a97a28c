import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { judges } from './scope.ts';

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: { include: judges, setupFiles: [fileURLToPath(new URL('sameCases.ts', import.meta.url))] },
});
