/** What is made of a built site as a whole: each step sees the files of those before it. */
import { fileURLToPath } from 'node:url';
import { compressFiles } from './compressFiles.ts';
import { stampRelease } from './stampRelease.ts';
import { writeHeaders } from './writeHeaders.ts';
import { writeServiceWorker } from './writeServiceWorker.ts';

/** An integration of Astro's. */
export function finishSite() {
  let base = '/';
  return {
    name: 'finish-site',
    hooks: {
      'astro:config:done': ({ config }: { config: { base: string } }) => {
        base = config.base.replace(/\/*$/, '/');
      },
      'astro:build:done': async ({ dir }: { dir: URL }) => {
        const folder = fileURLToPath(dir);
        stampRelease(folder);
        await writeServiceWorker(folder);
        writeHeaders(folder, base);
        await compressFiles(folder);
      },
    },
  };
}
