import { expect, test } from 'vitest';
import { imageStamps } from './imageStamps.ts';

test('an image shrinks to a stamp of means, and each keeps to itself', () => {
  const white = new Uint8Array(16).fill(255);
  const halves = Uint8Array.from({ length: 16 }, (_, pixel) => (pixel % 4 < 2 ? 255 : 0));
  const [first, second] = imageStamps(
    { pixels: Uint8Array.of(...white, ...halves), height: 4, width: 4 },
    2,
  );
  expect(first).toEqual({ side: 2, cover: Uint8Array.of(255, 255, 255, 255) });
  expect(second!.cover).toEqual(Uint8Array.of(255, 0, 255, 0));
});

test('a wide image is centred between paper', () => {
  const [stamp] = imageStamps({ pixels: new Uint8Array(8).fill(255), height: 2, width: 4 }, 4);
  expect([...stamp!.cover]).toEqual([0, 0, 0, 0, ...new Array(8).fill(255), 0, 0, 0, 0]);
});

test('a blank rim is left off, and the middle stays', () => {
  const pixels = new Uint8Array(36);
  pixels.set([255, 255], 14);
  const [stamp] = imageStamps({ pixels, height: 6, width: 6 }, 6);
  expect(stamp).toEqual({ side: 2, cover: Uint8Array.of(255, 255, 0, 0) });
});
