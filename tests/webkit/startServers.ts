/** Serves the built site and starts WebKit's driver while the tests run. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { preview } from 'astro';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    readonly siteUrl: string;
    readonly driverUrl: string;
  }
}

const HOST = '127.0.0.1';

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
  const driver = await startDriver(process.env['WEBKIT_DRIVER']!);
  provide('siteUrl', `http://${HOST}:${port}`);
  provide('driverUrl', driver.url);
  return async () => {
    driver.stop();
    await site.stop();
  };
}
