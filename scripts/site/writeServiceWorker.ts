/** Bundles the service worker for a built site, with the list of what it keeps. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { keptFiles } from './keptFiles.ts';

const source = fileURLToPath(new URL('../../src/offline/serviceWorker.ts', import.meta.url));

export async function writeServiceWorker(folder: string): Promise<void> {
  const { output } = (await build({
    configFile: false,
    logLevel: 'error',
    define: {
      MANIFEST: JSON.stringify(keptFiles(folder)),
      'process.env.NODE_ENV': JSON.stringify('production'),
    },
    build: {
      write: false,
      rolldownOptions: { input: source, output: { format: 'iife', entryFileNames: 'sw.js' } },
    },
  })) as Rolldown.RolldownOutput;
  writeFileSync(join(folder, 'sw.js'), output[0].code);
}
