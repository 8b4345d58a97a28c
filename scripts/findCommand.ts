import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The path of the first of the commands that is installed. */
export const findCommand = (...commands: string[]): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => commands.map((command) => join(folder, command)))
    .find(existsSync);
