import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Browser } from '@playwright/test';
import type { Pauses } from './pauses.ts';

/** The processes that pages and their workers run in. */
async function renderers(browser: Browser): Promise<number[]> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

/**
 * Slows all threads of the browser's pages down, until what it returns is called. DevTools' own
 * throttling refuses workers, and in a worker the lab trains: so their processes are stopped and let go
 * on by signals, which Windows does not have.
 */
export async function slowDown(browser: Browser, factor: number): Promise<() => Promise<void>> {
  const over = new Int32Array(new SharedArrayBuffer(4));
  const workerData: Pauses = { processes: await renderers(browser), factor, over };
  const thread = new Worker(new URL('./pauses.ts', import.meta.url), { workerData });
  const ended = once(thread, 'exit');
  await once(thread, 'online');
  return async () => {
    Atomics.store(over, 0, 1);
    Atomics.notify(over, 0);
    await ended;
  };
}
