/** What a reader's device keeps of a built site: all that the article needs, and nothing else. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { siteFiles } from './siteFiles.ts';

/** An entry of Workbox' manifest. A name that changes with its file needs no revision. */
export interface KeptFile {
  readonly url: string;
  readonly revision: string | null;
  readonly integrity: string;
}

/** Pictures for other pages, what only servers and machines read, and what is saved as a file. */
const ELSEWHERE =
  /^(?:404\.html|social-card\.png|icon-.*|release\.txt|robots\.txt|sw\.js|_.*|\..*|.*\.(?:xml|pdf|gz|br))$/;

const isHashed = (path: string) => path.startsWith('_astro/');

const digest = (content: Buffer) => createHash('sha256').update(content).digest('base64');

/** The files to keep, each with the hash that it must have. */
export const keptFiles = (folder: string): readonly KeptFile[] =>
  siteFiles(folder)
    .filter((path) => isHashed(path) || !ELSEWHERE.test(path))
    .map((path) => {
      const hash = digest(readFileSync(join(folder, path)));
      return { url: path, revision: isHashed(path) ? null : hash, integrity: `sha256-${hash}` };
    });
