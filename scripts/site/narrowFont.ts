import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

/** The weights that the style sheets ask for. */
export const WEIGHTS = { min: 400, max: 700 } as const;

/** The size that the letters are drawn for, in pixels, where a font has that axis: the text's. */
const OPTICAL_SIZE = 20;

/** The characters that the packages' own style sheets promise of their latin fonts. */
const LATIN: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x131, 0x131],
  [0x152, 0x153],
  [0x2bb, 0x2bc],
  [0x2c6, 0x2c6],
  [0x2da, 0x2da],
  [0x2dc, 0x2dc],
  [0x2002, 0x2060],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2190, 0x2193],
  [0x2212, 0x2215],
];

const range = ([first, last]: readonly [number, number]) =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, i) => first + i));

/**
 * The path of a variable font of a package, narrowed to the weights and letters that the article may
 * need: half as much to wait for before its words stand in their own letters.
 */
export async function narrowFont(name: string): Promise<string> {
  const source = readFileSync(createRequire(import.meta.url).resolve(name));
  const letters = LATIN.map(range).join('');
  const variationAxes = { wght: WEIGHTS, ...(/opsz/.test(name) && { opsz: OPTICAL_SIZE }) };
  // Every command of Astro's asks for it, and it takes a second: it is made anew only from something new.
  const key = createHash('sha256')
    .update(source)
    .update(JSON.stringify([letters, variationAxes]));
  const made = `../../.astro/fonts/${basename(name, '.woff2')}-${key.digest('hex').slice(0, 16)}.woff2`;
  const path = fileURLToPath(new URL(made, import.meta.url));
  if (existsSync(path)) return path;
  const font = await subsetFont(source, letters, { targetFormat: 'woff2', variationAxes });
  mkdirSync(dirname(path), { recursive: true });
  // All of it or nothing: a command that is broken off leaves no half of a font to be found.
  const part = `${path}.${process.pid}`;
  writeFileSync(part, font);
  renameSync(part, path);
  return path;
}
