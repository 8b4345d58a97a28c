/** The files of a built site, by their paths from its root, sorted. */
import { readdirSync } from 'node:fs';
import { relative, sep } from 'node:path';

export const siteFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      relative(folder, `${parentPath}${sep}${name}`).replaceAll(sep, '/'),
    )
    .toSorted();
