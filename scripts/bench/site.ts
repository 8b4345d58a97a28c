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

/** Serves the built site, opens a browser for it, and closes both when the measuring is done. */
export async function withSite<T>(measure: (site: Site) => Promise<T>): Promise<T> {
  const url = `http://127.0.0.1:${PORT}`;
  const server = spawn(
    process.execPath,
    ['scripts/astro.mjs', 'preview', '--host', '127.0.0.1', '--port', String(PORT)],
    { stdio: 'ignore' },
  );
  try {
    await untilServed(url, server);
    const browser = await chromium.launch({
      executablePath: findBrowser(),
      args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
    });
    try {
      return await measure({ url, browser });
    } finally {
      await browser.close();
    }
  } finally {
    server.kill();
  }
}
