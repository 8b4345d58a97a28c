/** Installs Debian's packages where that can be done unasked. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Runs a command to its end, and whether it succeeded. What it has to say against us is shown. */
export const run = (command: string, ...args: string[]): boolean => {
  try {
    execFileSync(command, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    return true;
  } catch {
    return false;
  }
};

/** Where we are root on Debian or its like; elsewhere nothing is done. */
export function installPackages(...names: string[]): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  run('apt-get', 'update', '-qq');
  run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...names);
}
