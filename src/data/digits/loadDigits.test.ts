import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Digits, encodeDigits } from './digitFormat.ts';
import { DownloadError, type DownloadProgress, loadDigits } from './loadDigits.ts';

const digits: Digits = {
  height: 1,
  width: 1,
  training: { images: Uint8Array.of(1), labels: Uint8Array.of(7) },
  heldOut: { images: Uint8Array.of(5), labels: Uint8Array.of(9) },
};
const packed = gzipSync(encodeDigits(digits));
const damaged = Buffer.from(packed);
damaged[damaged.length - 6]! ^= 1;

let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/digits') {
      response.writeHead(200, { 'content-length': packed.length }).end(packed);
    } else if (request.url === '/damaged') response.end(damaged);
    else if (request.url === '/page') response.end('<!doctype html>');
    else if (request.url === '/cut') {
      response.writeHead(200, { 'content-length': packed.length });
      response.write(packed.subarray(0, 20), () => response.destroy());
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

test('digits arrive as they were packed, with progress up to the whole size', async () => {
  const seen: DownloadProgress[] = [];
  expect(await loadDigits(`${origin}/digits`, (progress) => seen.push(progress))).toEqual(digits);
  expect(seen.at(-1)).toEqual({ receivedBytes: packed.length, totalBytes: packed.length });
});

test.each([
  ['a missing file', '/missing', 'the server answered 404'],
  ['a damaged file', '/damaged', 'arrived damaged'],
  ['an error page in place of the file', '/page', 'arrived damaged'],
  ['a connection that is cut', '/cut', 'the connection failed or was cut off'],
])('%s is told in a sentence', async (_, path, sentence) => {
  const failure = loadDigits(origin + path);
  await expect(failure).rejects.toThrow(DownloadError);
  await expect(failure).rejects.toThrow(sentence);
});
