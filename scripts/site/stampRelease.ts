/** Names a built release by all its files, in each page and in a file beside them. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RELEASE } from '#offline/release.ts';
import { siteFiles } from './siteFiles.ts';

export function stampRelease(folder: string): void {
  const paths = siteFiles(folder);
  const hash = createHash('sha256');
  for (const path of paths) hash.update(path).update(readFileSync(join(folder, path)));
  const release = hash.digest('hex').slice(0, 16);
  for (const path of paths.filter((each) => each.endsWith('.html'))) {
    const page = readFileSync(join(folder, path), 'utf8');
    writeFileSync(join(folder, path), page.replace(RELEASE, release));
  }
  writeFileSync(join(folder, 'release.txt'), release);
}
