/** Finds Firefox, and WebKit with its driver, for the journeys through every engine, or installs them. */
import { existsSync } from 'node:fs';
import { installPackages } from './debianPackages.ts';
import { findCommand } from './findCommand.ts';

const FIREFOXES = ['firefox-esr', 'firefox'];
const FIREFOX_APPLICATIONS = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];
const WEBKIT_PACKAGES = ['webkit2gtk-driver', 'xvfb', 'xauth'];

/** What `find` finds, once the packages have been installed that are asked for; else a line says why not. */
function found<T>(name: string, packages: readonly string[], find: () => T | undefined) {
  const first = find();
  if (first) return first;
  installPackages(...packages);
  const installed = find();
  if (!installed)
    console.log(`left out: ${name} is not to be had (Debian: ${packages.join(', ')}).`);
  return installed;
}

export const findFirefox = () =>
  found(
    'Firefox',
    ['firefox-esr'],
    () => findCommand(...FIREFOXES) ?? FIREFOX_APPLICATIONS.find(existsSync),
  );

/** WebKit's driver, and what gives it a screen. */
export const findWebKit = () =>
  found('WebKit', WEBKIT_PACKAGES, () => {
    const driver = findCommand('WebKitWebDriver');
    const screen = findCommand('xvfb-run');
    return driver && screen ? { driver, screen } : undefined;
  });
