/** Compresses a built site's files beside themselves, for servers that send such as they are. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { siteFiles } from './siteFiles.ts';

/** What is text, or as good as text. All else is compressed as it is. */
const COMPRESSIBLE = /\.(?:css|html|js|json|svg|txt|wasm|webmanifest|xml)$/;
/** Below it a file is one packet anyway. */
const LEAST_BYTES = 1024;

const pack = {
  gz: (content: Buffer) => promisify(gzip)(content, { level: 9 }),
  br: (content: Buffer) =>
    promisify(brotliCompress)(content, {
      params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
    }),
};

async function compress(path: string): Promise<void> {
  const content = readFileSync(path);
  if (content.length < LEAST_BYTES) return;
  for (const [ending, packed] of Object.entries(pack))
    writeFileSync(`${path}.${ending}`, await packed(content));
}

export async function compressFiles(folder: string): Promise<void> {
  const paths = siteFiles(folder).filter((path) => COMPRESSIBLE.test(path));
  await Promise.all(paths.map((path) => compress(join(folder, path))));
}
