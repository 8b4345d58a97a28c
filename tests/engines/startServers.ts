/** Serves the built site, and starts WebKit's driver, while the tests run. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { preview } from 'astro';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    readonly siteUrl: string;
    /** Where each browser is, of those that are to be had. */
    readonly executables: { readonly chromium?: string; readonly firefox?: string };
    /** Where WebKit's driver listens, where there is one. */
    readonly webkitUrl: string | undefined;
    /** Milliseconds that real training is waited for, on as few cores as there are. */
    readonly patience: number;
  }
}

const HOST = '127.0.0.1';
const PATIENCE_MILLISECONDS = 240_000;

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, HOST);
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );

/** Throws when the driver ends before it has begun to listen. */
async function startDriver(executable: string) {
  const port = await freePort();
  const driver = spawn(executable, [`--host=${HOST}`, `--port=${port}`], { stdio: 'inherit' });
  const url = `http://${HOST}:${port}`;
  while (!(await answers(`${url}/status`)))
    if (driver.exitCode !== null) throw new Error(`${executable} ended at once`);
  return { url, stop: () => driver.kill() };
}

export default async function startServers({ config, provide }: TestProject) {
  const port = await freePort();
  const site = await preview({
    root: config.root,
    logLevel: 'error',
    server: { host: HOST, port },
  });
  const { CHROME_PATH: chromium, FIREFOX_PATH: firefox, WEBKIT_DRIVER: webkit } = process.env;
  const driver = webkit ? await startDriver(webkit) : undefined;
  provide('siteUrl', `http://${HOST}:${port}`);
  provide('executables', { ...(chromium && { chromium }), ...(firefox && { firefox }) });
  provide('webkitUrl', driver?.url);
  provide('patience', PATIENCE_MILLISECONDS);
  return async () => {
    driver?.stop();
    await site.stop();
  };
}
