/**
 * Runs the journeys through Safari's engine against the built site, in WebKitGTK on a screen of its
 * own. Where that is not to be had they are skipped, with one line that says why.
 */
import { spawnSync } from 'node:child_process';
import { installPackages } from './debianPackages.ts';
import { findCommand } from './findCommand.ts';

const PACKAGES = ['webkit2gtk-driver', 'xvfb', 'xauth'];

function findWebKit(): { driver: string; screen: string } | undefined {
  const driver = findCommand('WebKitWebDriver');
  const screen = findCommand('xvfb-run');
  return driver && screen ? { driver, screen } : undefined;
}

if (!findWebKit()) installPackages(...PACKAGES);
const found = findWebKit();
if (found) {
  const { status } = spawnSync(
    found.screen,
    [
      '--auto-servernum',
      process.execPath,
      'node_modules/vitest/vitest.mjs',
      'run',
      '--config',
      'tests/webkit/vitest.config.ts',
      ...process.argv.slice(2),
    ],
    { stdio: 'inherit', env: { ...process.env, WEBKIT_DRIVER: found.driver } },
  );
  process.exitCode = status ?? 1;
} else {
  console.log(
    `skipped: Safari's engine needs WebKitWebDriver and xvfb-run (Debian: ${PACKAGES.join(', ')}).`,
  );
}
