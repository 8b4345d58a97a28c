import { expect, test } from 'vitest';
import { decodeRecording, encodeRecording, LEVELS, type Recording } from './recordingFormat.ts';

const recording: Recording = {
  run: { loss: 'triplet', margin: 0.5, seed: 7 },
  side: 2,
  moments: [
    { step: 0, loss: 0.5, knnAccuracy: 0.1, extent: 1.5 },
    { step: 3, loss: 0.25, knnAccuracy: 0.9, extent: 2 },
  ],
  labels: Uint8Array.of(4, 9),
  images: Uint8Array.of(0, 1, 2, 3, 3, 3, 0, 1),
  positions: Int16Array.of(-LEVELS, LEVELS, 0, 1, LEVELS, -LEVELS, -1, 300),
};

test('a recording decodes to what was encoded, the largest jump included', () => {
  expect(decodeRecording(encodeRecording(recording))).toEqual(recording);
});

test('a recording without images, and with more that was told of its run, decodes too', () => {
  const bare = {
    ...recording,
    side: 0,
    images: new Uint8Array(),
    history: { losses: [0.5, 0.25] },
  };
  expect(decodeRecording(encodeRecording(bare))).toEqual(bare);
});

test('a recording decodes where its bytes begin in the middle of a buffer', () => {
  const bytes = encodeRecording(recording);
  const inside = new Uint8Array(bytes.length + 3);
  inside.set(bytes, 3);
  expect(decodeRecording(inside.subarray(3))).toEqual(recording);
});

test('other bytes, and a part of a recording, are refused by name', () => {
  expect(() => decodeRecording(new TextEncoder().encode('<!doctype html>'))).toThrow(
    'should begin with "DRIFT-01"',
  );
  const bytes = encodeRecording(recording);
  expect(() => decodeRecording(bytes.subarray(0, bytes.length - 1))).toThrow('has only');
});
