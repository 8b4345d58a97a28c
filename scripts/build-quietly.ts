/**
 * Builds the article for `npm start`: what Astro tells goes to build.log, and to the terminal only when
 * the build fails.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';

const LOG = 'build.log';

console.log('Building the article ...');
const log = openSync(LOG, 'w');
const { status, error } = spawnSync(process.execPath, ['scripts/astro.mjs', 'build'], {
  stdio: ['ignore', log, log],
});
closeSync(log);
if (status !== 0) {
  process.stderr.write(readFileSync(LOG));
  console.error(`The build failed${error ? `: ${error.message}` : ''}.`);
  process.exitCode = status || 1;
}
