import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rowOf, rowsOf } from '#components/measured.ts';
import { printed } from '#support/printedByCard.ts';
import { readRecord } from './card/readRecord.ts';
import { cardReport, readCard } from './card.ts';
import { summarise } from './report.ts';

const reportOf = (...texts: readonly string[]) => {
  const { measured, origin } = cardReport(texts.map(readRecord));
  return { ...measured, ...origin, groups: measured.groups.map(summarise) };
};

test('a record is written down with its card, driver and date', () => {
  const { date, machine, versions } = reportOf(printed('lab'));
  expect(date).toBe('2026-11-27');
  expect(machine).toBe('NVIDIA L4, Intel(R) Xeon(R) CPU @ 2.20GHz');
  expect(versions).toEqual({ driver: 'NVIDIA-550.90.7', chromium: '156.0.0.0' });
  const text = `driver 555.1\n${printed('lab')}`;
  expect(reportOf(text).versions['driver']).toBe('555.1');
});

test('steps in the lab stand beside those on the processor, and by what they computed on', () => {
  const report = reportOf(printed('lab'));
  const steps = rowsOf(report, 'lab-mlp-120').map(({ id, median }) => [id, median]);
  // What was to run on WebGL went on with WebAssembly.
  expect(steps).toEqual([
    ['wasm', 5],
    ['webgpu', 1],
  ]);
  expect(rowOf(report, 'lab-time-to-knn-0.9-mlp', 'webgpu').median).toBe(1.25);
  expect(rowOf(report, 'lab-time-to-knn-0.9-reference-conv', 'webgpu').median).toBeNull();
  expect(report.remarks?.slice(1)).toEqual([
    'Not measured: reference-conv webgl not ready.',
    'Not measured: mlp on WebGL, as the lab went on with WebAssembly.',
  ]);
});

test('peers and what asking costs are written down, in one unit each', () => {
  const report = reportOf(printed('peers'));
  const steps = rowsOf(report, 'peers-mlp-128').map(({ id, median }) => [id, median]);
  expect(steps).toEqual([
    ['jax-js-webgpu', 8],
    ['torch-eager-cuda', 1.9],
    ['mlp-queued-ms', 0.25],
    ['mlp-readback-ms', 2.8],
  ]);
  expect(rowsOf(report, 'asking').map(({ median }) => median)).toEqual([4.5, 35, 200]);
  expect(report.remarks?.at(-1)).toBe(
    'Not measured: jax-js webgpu reference conv 32 EXC Error: out of memory.',
  );
});

test('several records of one card are one measurement, with a median and a spread', () => {
  const faster = printed('lab').replace('"steps_per_s":1000', '"steps_per_s":2000');
  const report = reportOf(printed('lab'), faster, printed('peers'));
  const { median, least, most } = rowOf(report, 'lab-mlp-120', 'webgpu');
  expect([least, median, most]).toEqual([0.5, 0.75, 1]);
  expect(rowsOf(report, 'peers-mlp-128')).toHaveLength(4);
  const another = printed('peers').replace('2026-11-27', '2026-11-28');
  expect(() => reportOf(printed('lab'), another)).toThrow(
    'the date is "2026-11-27" in one file and "2026-11-28" in another',
  );
});

test('a run that took no step is told of, and has no row', () => {
  const report = reportOf(printed('lab').replace('"steps_per_s":1000', '"steps_per_s":0'));
  expect(rowsOf(report, 'lab-mlp-120').map(({ id }) => id)).toEqual(['wasm']);
  expect(report.remarks).toContain('Not measured: mlp on webgpu took no step.');
});

const without = (line: RegExp) => printed('lab').replace(line, '');
const WRONG: readonly (readonly [what: string, text: string, told: string])[] = [
  ['an empty file', '', 'no line begins with "adapter"'],
  ['another JSON', '{"rows": []}', 'no line begins with "adapter"'],
  ['no date', without(/^2026.*\n/), 'names no date: a line of it should be like 2026-11-27'],
  ['no processor', without(/Model name.*\n/), 'names no processor: a line of it should be like'],
  [
    'no card',
    printed('lab', { webgpu: { desc: '' } }).replace(/GPU 0.*\n/, ''),
    'names no card: a line of it should be like "GPU 0: NVIDIA L4 (UUID: …)"',
  ],
  ['no driver', printed('lab', { webgl: null }), 'names no driver: a line of it should be like'],
  [
    'a card in software',
    printed('lab', { webgl: 'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device), SwiftShader)' }),
    'it should be of a machine with a card',
  ],
  ['no graphics', printed('lab', { webgpu: null, webgl: null }), 'a machine with a card'],
  [
    'a line cut off',
    printed('lab').replace(/"steps_per_s":200.*/, ''),
    'line 6 should end in whole',
  ],
  [
    'no number',
    printed('lab').replace('"steps_per_s":200', '"steps_per_s":"many"'),
    '"steps_per_s"',
  ],
  ['nothing measured', without(/\{"net"[\s\S]*/), 'nothing was measured'],
];

for (const [what, text, told] of WRONG)
  test(`what is no record is refused, with what would be right: ${what}`, () => {
    const path = join(mkdtempSync(join(tmpdir(), 'card-')), 'printed.txt');
    writeFileSync(path, text);
    expect(() => readCard([path])).toThrow(told);
    expect(() => readCard([path])).toThrow(`${path} is no record of a graphics card: `);
  });

test('a file that is missing, or not named, is told of', () => {
  const missing = join(tmpdir(), 'no-such-card.txt');
  expect(() => readCard([missing])).toThrow(`There is no file ${missing}: it should be`);
  expect(() => readCard([])).toThrow('npm run bench -- card FILE…');
});
