import { gzipSync } from 'node:zlib';
import { afterEach, expect, test, vi } from 'vitest';
import { unpackGzip } from './unpack.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const packed = (text: string) => new Uint8Array(gzipSync(bytes(text)));
const join = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
const textOf = async (file: Uint8Array) => new TextDecoder().decode(await unpackGzip(file));

afterEach(() => vi.unstubAllGlobals());

test('all members of a file are unpacked, as by gunzip', async () => {
  expect(await textOf(packed('one'))).toBe('one');
  expect(await textOf(join(packed('one\n'), packed('two\n'), packed('')))).toBe('one\ntwo\n');
});

test('zeros after the last member, with which tapes are filled up, are passed over', async () => {
  for (const text of ['', 'one', 'a'.repeat(300)])
    expect(await textOf(join(packed(text), packed(text), new Uint8Array(500)))).toBe(text + text);
});

test('what looks like the beginning of a member within another is data', async () => {
  // Bytes without a pattern are stored as they are.
  const noise = Uint8Array.from({ length: 400 }, (_, at) => (at * at * 7919 + at * 104729) >> 3);
  noise.set([0x1f, 0x8b, 8, 0], 200);
  const member = new Uint8Array(gzipSync(noise, { level: 0 }));
  expect(await unpackGzip(join(member, packed('end')))).toEqual(join(noise, bytes('end')));
});

test('a damaged member, or anything else after a whole one, is refused', async () => {
  const whole = packed('a text that is long enough to be damaged somewhere in its middle');
  await expect(unpackGzip(whole.subarray(0, -3))).rejects.toThrow('the packed file is damaged');
  await expect(unpackGzip(whole.with(-6, whole.at(-6)! ^ 1))).rejects.toThrow('damaged');
  await expect(unpackGzip(join(whole, bytes('tail')))).rejects.toThrow('damaged');
});

test('a browser that cannot unpack says so', async () => {
  vi.stubGlobal('DecompressionStream', undefined);
  await expect(unpackGzip(packed('a'))).rejects.toThrow(
    'this browser cannot unpack files: unpack it first',
  );
});
