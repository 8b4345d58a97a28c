import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, chromium } from '@playwright/test';
import { findBrowser } from '../findBrowser.ts';

const PORT = Number(process.env['PORT'] ?? 4398);

export interface Site {
  readonly url: string;
  readonly browser: Browser;
}

async function untilServed(url: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (server.exitCode !== null) throw new Error(`the site could not be served at ${url}`);
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await wait(100);
  }
  throw new Error(`the site was not served at ${url} in time`);
}

/** Serves a built site, on the next port where one is served already, until the work with it is done. */
export async function withServer<T>(
  folder: string,
  work: (url: string) => Promise<T>,
  port = PORT + 1,
): Promise<T> {
  const url = `http://127.0.0.1:${port}`;
  const address = ['--outDir', folder, '--host', '127.0.0.1', '--port', String(port)];
  const server = spawn(process.execPath, ['scripts/astro.mjs', 'preview', ...address], {
    stdio: 'ignore',
  });
  try {
    await untilServed(url, server);
    return await work(url);
  } finally {
    server.kill();
  }
}

/** Serves the built site, opens a browser for it, and closes both when the measuring is done. */
export const withSite = <T>(measure: (site: Site) => Promise<T>): Promise<T> =>
  withServer(
    'dist',
    async (url) => {
      const browser = await chromium.launch({
        executablePath: findBrowser(),
        args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
      });
      try {
        return await measure({ url, browser });
      } finally {
        await browser.close();
      }
    },
    PORT,
  );
