/** Runs the browser tests against the built site; further arguments go to Playwright. */
import { spawnSync } from 'node:child_process';
import { findBrowser } from './findBrowser.ts';

const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/@playwright/test/cli.js',
    'test',
    '--config',
    'tests/playwright.config.ts',
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit', env: { ...process.env, CHROME_PATH: findBrowser() } },
);
process.exitCode = status ?? 1;
