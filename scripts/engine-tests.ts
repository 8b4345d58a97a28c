/**
 * `npm run test:browsers`: the same journeys through the built site in Chromium, Firefox and WebKit, on
 * a screen of their own. An engine that is not to be had is left out, with one line that says why.
 */
import { spawnSync } from 'node:child_process';
import { findBrowser } from './findBrowser.ts';
import { findFirefox, findWebKit } from './findEngines.ts';

const firefox = findFirefox();
const webkit = findWebKit();
const vitest = [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--config',
  'tests/engines/vitest.config.ts',
  ...process.argv.slice(2),
];
const [command, args] = webkit
  ? [webkit.screen, ['--auto-servernum', process.execPath, ...vitest]]
  : [process.execPath, vitest];
const { status } = spawnSync(command, args, {
  stdio: 'inherit',
  env: {
    ...process.env,
    CHROME_PATH: findBrowser(),
    ...(firefox && { FIREFOX_PATH: firefox }),
    ...(webkit && { WEBKIT_DRIVER: webkit.driver }),
  },
});
process.exitCode = status ?? 1;
