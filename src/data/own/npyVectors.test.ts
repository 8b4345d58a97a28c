import { describe, expect, test } from 'vitest';
import { type NpyOptions, npy } from '#support/dataFiles.ts';
import { readNpy } from './arrays/npy.ts';
import { pairVectors, splitVectors } from './npyVectors.ts';

const vectorsOf = (vectors: Uint8Array, labels?: Uint8Array) => {
  const [array] = readNpy(vectors);
  return labels ? pairVectors(array!, readNpy(labels)[0]!) : splitVectors(array!);
};

describe('NPY arrays', () => {
  const expected = [1, 2, 3, 4, 5, 6];

  test('are read in every type, version and order', () => {
    const variants: [ArrayBufferView, NpyOptions][] = [
      [Float64Array.from(expected), { version: 2 }],
      [Float32Array.from(expected), { descr: '<f4', version: 3 }],
      [Int32Array.from(expected), { descr: '<i4' }],
      [BigInt64Array.from(expected, BigInt), { descr: '<i8' }],
      [Int16Array.from(expected), { descr: '<i2' }],
      [Uint8Array.from(expected), { descr: '|u1' }],
      [Uint16Array.of(0x3c00, 0x4000, 0x4200, 0x4400, 0x4500, 0x4600), { descr: '<f2' }],
      [Uint8Array.of(0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6), { descr: '>i2' }],
      [Float64Array.of(1, 4, 2, 5, 3, 6), { fortran: true }],
    ];
    const labels = npy([2], Int32Array.of(5, 3), { descr: '<i4' });
    for (const [data, options] of variants) {
      const read = vectorsOf(npy([2, 3], data, options), labels);
      expect([...read.values], JSON.stringify(options)).toEqual(expected);
      expect(read.classes).toEqual(['3', '5']);
      expect(read.labels).toEqual(Int32Array.of(1, 0));
    }
  });

  test('keep the type of their numbers, and the shape of images', () => {
    const labels = npy([2], BigInt64Array.of(1n, 2n), { descr: '<i8' });
    const bytes = npy([2, 1, 2], Uint8Array.of(0, 255, 3, 4), { descr: '|u1' });
    const read = vectorsOf(bytes, labels);
    expect(read.values).toEqual(Uint8Array.of(0, 255, 3, 4));
    expect(read.shape).toEqual([1, 2]);
  });

  test('may carry their labels in the last column, or as words', () => {
    const one = vectorsOf(npy([2, 3], Float64Array.of(0.5, 1, 7, 2, 3, 8)));
    expect([...one.values]).toEqual([0.5, 1, 2, 3]);
    expect(one.classes).toEqual(['7', '8']);
    const points = Uint32Array.from('hi\0cat', (letter) => letter.charCodeAt(0));
    const words = npy([2], points, { descr: '<U3' });
    expect(vectorsOf(npy([2, 1], Float64Array.of(1, 2)), words).classes).toEqual(['cat', 'hi']);
  });

  test('that are wrong are refused with what was expected', () => {
    const numbers = npy([2, 2], Float64Array.of(1, 2, 3, 4));
    const refuse = (bytes: Uint8Array, labels: Uint8Array | undefined, refusal: string) =>
      expect(() => vectorsOf(bytes, labels)).toThrow(refusal);
    refuse(numbers.subarray(0, -1), undefined, 'makes a file of 160 bytes; this one has 159');
    refuse(
      npy([2, 2], Float64Array.of(1, 2, Number.NaN, 4)),
      undefined,
      'byte 144: expected a finite number, found NaN; keep = np.isfinite(x)',
    );
    refuse(
      npy([2, 2], Float64Array.of(1, 2, 3, 0.5)),
      undefined,
      'labels, has numbers such as 0.5: choose the file of labels',
    );
    refuse(npy([1, 2], new Float64Array(4), { descr: '<c16' }), undefined, 'x.real, x.imag');
    refuse(npy([1, 2], new Float64Array(4), { descr: '<f16' }), undefined, "astype('float32')");
    refuse(npy([1, 2], new Float64Array(2), { descr: '<M8[D]' }), undefined, 'dates: as labels');
    refuse(npy([4], Float64Array.of(1, 2, 3, 4)), undefined, 'shape (samples, numbers)');
    refuse(numbers, npy([3], Float64Array.of(1, 2, 3)), 'there are 2 vectors but 3 labels');
    refuse(npy([1, 2], BigInt64Array.of(2n ** 60n, 1n), { descr: '<i8' }), undefined, 'too large');
    refuse(numbers.with(6, 9), undefined, 'NPY version 9 is not known');
    // A shape of many digits that is none is refused as quickly as any.
    const shape = `(${'1'.repeat(60)}x)`;
    const header = `{'descr': '<f8', 'fortran_order': False, 'shape': ${shape}}\n`;
    const head = [...numbers.subarray(0, 8), header.length, 0];
    refuse(
      Buffer.concat([Uint8Array.from(head), Buffer.from(header)]),
      undefined,
      'shape, in plain numbers',
    );
  });

  test('of half precision are what NumPy says of them', () => {
    const halves = Uint16Array.of(0x0001, 0x03ff, 0x0400, 0x3555, 0x7bff, 0xc000, 0x8000, 0x3c01);
    const [array] = readNpy(npy([8], halves, { descr: '<f2' }));
    expect(array!.values).toEqual(
      Float32Array.of(
        2 ** -24,
        1023 * 2 ** -24,
        2 ** -14,
        0.333251953125,
        65504,
        -2,
        -0,
        1.0009765625,
      ),
    );
  });

  test('drop an axis of length 1, where channels of colours are', () => {
    const labels = npy([2], Float64Array.of(0, 1));
    const pixels = Uint8Array.from({ length: 12 }, (_, at) => at);
    const shapes = [
      [2, 2, 3, 1],
      [2, 1, 2, 3],
      [2, 2, 3],
    ];
    for (const shape of shapes) {
      const read = vectorsOf(npy(shape, pixels, { descr: '|u1' }), labels);
      expect(read.shape, `${shape}`).toEqual([2, 3]);
      expect(read.values).toEqual(pixels);
    }
    expect(vectorsOf(npy([2, 6, 1], pixels, { descr: '|u1' }), labels).shape).toEqual([6]);
  });

  test('that have the wrong shape or type are refused with the Python that mends it', () => {
    const vectors = npy([2, 2], Float64Array.of(1, 2, 3, 4));
    const labels = npy([2], Float64Array.of(0, 1));
    const colours = (shape: number[]) => npy(shape, new Uint8Array(24), { descr: '|u1' });
    const refuse = (bytes: Uint8Array, second: Uint8Array, refusal: string) =>
      expect(() => vectorsOf(bytes, second)).toThrow(refusal);
    refuse(colours([2, 2, 2, 3]), labels, 'not (2, 2, 2, 3); x.mean(axis=3)');
    refuse(colours([2, 3, 2, 2]), labels, 'x.mean(axis=1)');
    refuse(colours([2, 2, 2, 3, 1]), labels, 'x.reshape(len(x), -1)');
    refuse(
      vectors,
      vectors,
      'labels should be of shape (samples,), not (2, 2); labels.argmax(axis=1)',
    );
    refuse(vectors, npy([1, 2], Float64Array.of(0, 1)), 'not (1, 2); labels.ravel() makes');
    refuse(vectors, npy([2], new Uint8Array(40), { descr: '|O' }), 'words with .astype(str)');
  });
});
