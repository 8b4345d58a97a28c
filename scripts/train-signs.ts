/**
 * `npm run signs`: trains the three networks that the figure of new classes brings along, through the
 * code that trains in the reader's browser, and writes each to src/data/files/signs-NAME.bin, its weights
 * in 8 bits; and to src/islands/NewClass/still.json what the figure begins with: where its first
 * drawings lie, and the threshold of each network. Beside it digits.json has some held-out digits of the
 * classes that none was trained on. `npm run signs -- triplet` trains some of them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { GLYPH_SIDE, glyphRaster } from '#data/glyphs/glyph.ts';
import { FIRST_GLYPHS, NETWORK_AT_FIRST } from '#islands/NewClass/firstGlyphs.ts';
import { decodeSnapshot, encodeSnapshot } from '#training/faces/snapshotFormat.ts';
import {
  type EmbedSign,
  embedPixels,
  embedWith,
  SIGN_NETWORKS,
  type SignNetwork,
} from '#training/signs/signSources.ts';
import { createTrainer } from '#training/trainer.ts';
import { useNodeBackend } from '#support/nodeBackend.ts';
import { readDigits } from '#support/readDigits.ts';
import { recordedSettings } from './recording/recordedSettings.ts';
import { chooseThreshold, embedAll } from './signs/judge.ts';
import { configOf, pick, runOf, SEEDS, signData, UNSEEN_DIGITS } from './signs/networks.ts';

const WEIGHT_BITS = 8;
const fileOf = (name: SignNetwork) =>
  new URL(`../src/data/files/signs-${name}.bin`, import.meta.url);
/** Short numbers: the file is part of the page. */
const rounded = (_: string, value: unknown) =>
  typeof value === 'number' ? Number(value.toFixed(4)) : value;

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !SIGN_NETWORKS.some((known) => known === name));
if (unknown !== undefined) {
  console.error(`There is no network "${unknown}", only ${SIGN_NETWORKS.join(', ')}.`);
  process.exit(1);
}
const data = signData(readDigits());
await useNodeBackend('wasm', { accelerated: true });

async function train(name: SignNetwork): Promise<void> {
  const run = runOf(name);
  const config = configOf(run, SEEDS[0]!);
  const trainer = createTrainer(config, data[run.data]);
  while (trainer.step < run.steps) await trainer.advance();
  const about = { ...recordedSettings(config), steps: run.steps };
  const content = encodeSnapshot({ saved: await trainer.weights(), run: about }, WEIGHT_BITS);
  const packed = gzipSync(content, { level: 9, memLevel: 9 });
  writeFileSync(fileOf(name), packed);
  console.log(`signs-${name}.bin: ${(packed.length / 1000).toFixed(0)} kB`);
  trainer.dispose();
}
for (const name of SIGN_NETWORKS) if (asked.length === 0 || asked.includes(name)) await train(name);

const sources: Record<string, EmbedSign> = { pixels: embedPixels };
for (const name of SIGN_NETWORKS)
  sources[name] = embedWith(decodeSnapshot(gunzipSync(readFileSync(fileOf(name)))));
const thresholds: Record<string, Awaited<ReturnType<typeof chooseThreshold>>> = {};
for (const [name, embed] of Object.entries(sources))
  thresholds[name] = await chooseThreshold(async (images) => embedAll(embed, images), data);
const points = FIRST_GLYPHS.map(([kind, example]) =>
  Array.from(sources[NETWORK_AT_FIRST]!(glyphRaster(kind, example))),
);
writeFileSync(
  new URL('../src/islands/NewClass/still.json', import.meta.url),
  `${JSON.stringify({ thresholds, points }, rounded)}\n`,
);

/** So many of each class. */
const DIGITS = 6;
const some = Object.fromEntries(
  UNSEEN_DIGITS.map((digit) => {
    const { images } = pick(data.digits, [digit]);
    const bytes = images.subarray(0, DIGITS * GLYPH_SIDE ** 2);
    return [`${digit}`, Buffer.from(bytes).toString('base64')];
  }),
);
writeFileSync(
  new URL('../src/islands/NewClass/digits.json', import.meta.url),
  `${JSON.stringify(some)}\n`,
);
