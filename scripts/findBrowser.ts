/** Finds a Chromium for the browser tests and benchmarks, or installs one. */
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { askOnce } from './askOnce.ts';
import { installPackages, run } from './debianPackages.ts';
import { findCommand } from './findCommand.ts';

/** Chromium without windows of its own: in the full one every test pays for a toolbar that nobody sees. */
const SHELLS = ['chromium-headless-shell', 'chrome-headless-shell'];
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

/** That Debian was asked for a headless shell, which not all of its releases have; npm ci clears it. */
const ASKED = 'node_modules/.headless-shell-asked';

const onPath = () => findCommand(...SHELLS) ?? findCommand(...COMMANDS);

const fromPlaywright = (): string | undefined =>
  [chromium.executablePath()].find((path) => existsSync(path));

/**
 * The path of a Chromium: CHROME_PATH, else a headless shell, which Debian may have as a package for
 * those who are root and is asked for once, else a system Chrome or Chromium, else Playwright's (its
 * download included), else Debian's whole one.
 * Throws with one sentence that says what to install when there is none and none can be had.
 */
export function findBrowser(): string {
  const named = process.env['CHROME_PATH'];
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH names ${named}, where there is no file.`);
    return named;
  }
  if (!findCommand(...SHELLS)) askOnce(ASKED, () => installPackages('chromium-headless-shell'));
  const found = onPath() ?? APPLICATIONS.find(existsSync) ?? fromPlaywright();
  if (found) return found;

  console.log('No Chrome or Chromium found: trying to install one.');
  if (run(process.execPath, 'node_modules/@playwright/test/cli.js', 'install', 'chromium')) {
    const downloaded = fromPlaywright();
    if (downloaded) return downloaded;
  }
  installPackages('chromium');
  const installed = onPath();
  if (installed) return installed;
  throw new Error(
    'The browser tests need Chrome or Chromium: install one, or set CHROME_PATH to its executable.',
  );
}
