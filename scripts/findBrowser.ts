/** Finds a Chromium for the browser tests and benchmarks, or installs one. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const onPath = (): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => COMMANDS.map((command) => join(folder, command)))
    .find(existsSync);

const fromPlaywright = (): string | undefined =>
  [chromium.executablePath()].find((path) => existsSync(path));

const run = (command: string, ...args: string[]): boolean => {
  try {
    execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    return true;
  } catch {
    return false;
  }
};

/**
 * The path of a Chromium: CHROME_PATH, else a system Chrome or Chromium, else Playwright's (its
 * download included), else Debian's package where we are root.
 * Throws with one sentence that says what to install when there is none and none can be had.
 */
export function findBrowser(): string {
  const named = process.env['CHROME_PATH'];
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH names ${named}, where there is no file.`);
    return named;
  }
  const found = onPath() ?? APPLICATIONS.find(existsSync) ?? fromPlaywright();
  if (found) return found;

  console.log('No Chrome or Chromium found: trying to install one.');
  if (run(process.execPath, 'node_modules/@playwright/test/cli.js', 'install', 'chromium')) {
    const downloaded = fromPlaywright();
    if (downloaded) return downloaded;
  }
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    run('apt-get', 'update', '-qq');
    run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium');
    const installed = onPath();
    if (installed) return installed;
  }
  throw new Error(
    'The browser tests need Chrome or Chromium: install one, or set CHROME_PATH to its executable.',
  );
}
