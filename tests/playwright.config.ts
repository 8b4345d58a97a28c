import { defineConfig } from '@playwright/test';

const port = Number(process.env['PORT'] ?? 4399);
const executablePath = process.env['CHROME_PATH'];

export default defineConfig({
  testDir: 'browser',
  outputDir: '../test-results',
  fullyParallel: true,
  // One more than the cores of the smallest machine: a test waits now and then, for a frame or a worker.
  workers: 3,
  // What a test waits for comes in its own time on a busy machine; only what never comes fails.
  timeout: 600_000,
  expect: { timeout: 120_000 },
  forbidOnly: Boolean(process.env['CI']),
  use: {
    // Tests answer requests in the server's place: only those of reading offline keep the article.
    serviceWorkers: 'block',
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        // Letters as wide as they are on a phone: the headless shell rounds them to whole pixels by itself.
        '--font-render-hinting=none',
      ],
    },
  },
  webServer: {
    command: `node scripts/astro.mjs preview --host 127.0.0.1 --port ${port}`,
    cwd: '..',
    url: `http://127.0.0.1:${port}`,
    reuseExistingServer: false,
  },
});
