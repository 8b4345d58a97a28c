import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const FOLDER = fileURLToPath(new URL('../../../node_modules/.bench/threads', import.meta.url));
const SCRIPT = 'page.js';
const HTML = `<!doctype html><title>threads</title><script type="module" src="/${SCRIPT}"></script>`;
/** With these a page may share memory among threads. */
const ISOLATING = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

const buildScript = () =>
  build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      target: 'esnext',
      outDir: FOLDER,
      lib: {
        entry: fileURLToPath(new URL('./page.ts', import.meta.url)),
        formats: ['es'],
        fileName: () => SCRIPT,
      },
    },
  });

/** Serves the page twice, with threads allowed at /threaded, until the work with it is done. */
export async function withPages<T>(work: (url: string) => Promise<T>): Promise<T> {
  await buildScript();
  const server = createServer(({ url = '' }, response) => {
    if (url.endsWith('.js')) {
      response.writeHead(200, { 'Content-Type': 'text/javascript' });
      response.end(readFileSync(`${FOLDER}${url}`));
      return;
    }
    const headers = url === '/threaded' ? ISOLATING : {};
    response.writeHead(200, { 'Content-Type': 'text/html', ...headers }).end(HTML);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.close();
  }
}
