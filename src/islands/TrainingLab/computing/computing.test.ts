import { describe, expect, test } from 'vitest';
import {
  computeWith,
  keepComputing,
  readComputing,
  UNMEASURED,
  withCalibration,
} from './computing.ts';
import { measuredText } from './measuredText.ts';

function storageWith(initial?: string) {
  let kept = initial ?? null;
  const storage = {
    getItem: () => kept,
    setItem: (_: string, value: string) => {
      kept = value;
    },
  } as unknown as Storage;
  return () => storage;
}
const refusing = () => {
  throw new Error('denied');
};
const measured = withCalibration(UNMEASURED, {
  network: 'mlp',
  milliseconds: { wasm: 4.13, webgl: 2.5 },
});

describe('what the lab computes with', () => {
  test('is kept on the device and found again', () => {
    const storage = storageWith();
    const computing = { ...measured, choice: 'webgl' } as const;
    keepComputing(storage, 'browser 1', computing);
    expect(readComputing(storage, 'browser 1')).toEqual(computing);
  });

  test('is measured anew by another version of the browser; the choice stays', () => {
    const storage = storageWith();
    keepComputing(storage, 'browser 1', { ...measured, choice: 'cpu' });
    expect(readComputing(storage, 'browser 2')).toEqual({ choice: 'cpu', calibrations: [] });
  });

  test.each([
    '{',
    'null',
    '[]',
    '{"choice":"abacus"}',
    '{"browser":"b","calibrations":[{"network":"mlp","milliseconds":{"wasm":"fast"}},7]}',
  ])('is not misled by %s in the storage', (kept) => {
    expect(readComputing(storageWith(kept), 'b')).toEqual(UNMEASURED);
  });

  test('lasts for the visit where the browser refuses to keep anything', () => {
    expect(readComputing(refusing, 'b')).toEqual(UNMEASURED);
    expect(() => keepComputing(refusing, 'b', measured)).not.toThrow();
  });

  test('goes to the worker with what was measured for the network, if anything', () => {
    expect(computeWith(measured, 'mlp')).toEqual({
      choice: 'fastest',
      known: { network: 'mlp', milliseconds: { wasm: 4.13, webgl: 2.5 } },
    });
    expect(computeWith(measured, 'small-conv')).toEqual({ choice: 'fastest' });
  });

  test('is told in words, the quickest first', () => {
    expect(measuredText(measured, 'mlp')).toBe(
      'A step takes here: WebGL 2.5 ms, WebAssembly 4.1 ms.',
    );
    expect(measuredText(measured, 'reference-conv')).toContain('Not measured');
  });
});
