import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsvVectors } from './csvVectors.ts';
import { DataError } from './labelledVectors.ts';
import { readNpyVectors } from './npyVectors.ts';
import { readOwnData } from './readOwnData.ts';

const file = (name: string, content: Uint8Array | string) => ({
  name,
  arrayBuffer: async () =>
    (typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content))
      .buffer as ArrayBuffer,
});

interface NpyOptions {
  readonly version?: number;
  readonly descr?: string;
  readonly fortran?: boolean;
}

/** A .npy file as NumPy writes it, from the bytes of its numbers. */
function npy(shape: readonly number[], data: ArrayBufferView, options: NpyOptions = {}) {
  const { version = 1, descr = '<f8', fortran = false } = options;
  const lengthBytes = version === 1 ? 2 : 4;
  const tuple = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const text = `{'descr': '${descr}', 'fortran_order': ${fortran ? 'True' : 'False'}, 'shape': (${tuple}), }`;
  const length = Math.ceil((8 + lengthBytes + text.length + 1) / 64) * 64 - 8 - lengthBytes;
  const head = new Uint8Array(8 + lengthBytes + length).fill(0x20);
  head.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, version, 0]);
  const view = new DataView(head.buffer);
  if (version === 1) view.setUint16(8, length, true);
  else view.setUint32(8, length, true);
  head.set(new TextEncoder().encode(text), 8 + lengthBytes);
  head[head.length - 1] = 0x0a;
  return Buffer.concat([head, new Uint8Array(data.buffer, data.byteOffset, data.byteLength)]);
}

function idx(shape: readonly number[], bytes: Uint8Array) {
  const head = new Uint8Array(4 + 4 * shape.length);
  head.set([0, 0, 8, shape.length]);
  for (const [axis, size] of shape.entries())
    new DataView(head.buffer).setUint32(4 + 4 * axis, size);
  return Buffer.concat([head, bytes]);
}

const images = idx([3, 2, 2], Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 255));
const digits = idx([3], Uint8Array.of(7, 0, 7));

describe('a CSV of vectors', () => {
  test('has its labels where the header says', () => {
    expect(readCsvVectors('label,x,y1\ncat,1,2\ndog,3,4.5\n')).toEqual({
      values: Float64Array.of(1, 2, 3, 4.5),
      shape: [2],
      labels: Int32Array.of(0, 1),
      classes: ['cat', 'dog'],
    });
  });

  test('has its labels in the column “label” though another is “y”', () => {
    const { classes, shape } = readCsvVectors('x,y,label\n1,2,cat\n3,4,dog\n');
    expect(classes).toEqual(['cat', 'dog']);
    expect(shape).toEqual([2]);
  });

  test('has its labels in the one column of words, or else in the last', () => {
    expect(readCsvVectors('cat,1,2\ndog,3,4').classes).toEqual(['cat', 'dog']);
    expect(readCsvVectors('1,2,10\n3,4,9').classes).toEqual(['9', '10']);
    expect(readCsvVectors('a,b,kind\n1,2,x\n3,4,y').classes).toEqual(['x', 'y']);
  });

  test('may use semicolons, quotes, other line ends and a byte order mark', () => {
    const { values, classes } = readCsvVectors('\uFEFF1;"a; ""b"""\r\n\r\n2;c\r\n');
    expect(values).toEqual(Float64Array.of(1, 2));
    expect(classes).toEqual(['a; "b"', 'c']);
  });

  test('that is wrong is refused with the line and what was expected', () => {
    const refusals: Record<string, string> = {
      '1,2,a\n3,b\n': 'line 2: 2 columns where line 1 has 3',
      '1,2,a\n\n3,oops,b\n': 'line 3, column 2: expected a number, found "oops"',
      '1,2,a\n3,,b\n': 'line 2, column 2: expected a number, found an empty cell',
      '1,2,a\n3,1e999,b\n': 'line 2, column 2: expected a number, found "1e999"',
      '1,2,a\n3,4,\n': 'line 2, column 3: expected a label, found nothing',
      '1,2,a\n3,4,"b\n': 'line 2: a quote is opened and never closed',
      '1\n2\n': 'line 1: a sample needs at least one number and a label',
      'x,label\n': 'the CSV file has no samples',
      '\n': 'the CSV file is empty',
    };
    for (const [text, refusal] of Object.entries(refusals))
      expect(() => readCsvVectors(text), text).toThrow(refusal);
  });

  test('of more than 20,000 samples is refused', () => {
    expect(() => readCsvVectors('1,a\n'.repeat(20_001))).toThrow('more than 20000 samples');
  });

  test('loses nothing, whatever its numbers and labels are', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    const name = fc.string({ minLength: 1 }).filter((text) => !/^\s|\s$|^$/.test(text));
    const row = fc.tuple(number, number, name);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (rows) => {
        const lines = rows.map(([a, b, text]) => `${a},${b},"${text.replaceAll('"', '""')}"`);
        const { values, labels, classes } = readCsvVectors(`a,b,label\n${lines.join('\n')}`);
        // CSV has no negative zero in practice; it counts as the same number.
        expect([...values].map((value) => value + 0)).toEqual(
          rows.flatMap(([a, b]) => [a + 0, b + 0]),
        );
        expect([...labels].map((label) => classes[label])).toEqual(rows.map(([, , text]) => text));
      }),
    );
  });
});

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
      [Uint8Array.of(0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6), { descr: '>i2' }],
      [Float64Array.of(1, 4, 2, 5, 3, 6), { fortran: true }],
    ];
    const labels = npy([2], Int32Array.of(5, 3), { descr: '<i4' });
    for (const [data, options] of variants) {
      const read = readNpyVectors(npy([2, 3], data, options), labels);
      expect([...read.values], JSON.stringify(options)).toEqual(expected);
      expect(read.classes).toEqual(['3', '5']);
      expect(read.labels).toEqual(Int32Array.of(1, 0));
    }
  });

  test('keep the type of their numbers, and the shape of images', () => {
    const labels = npy([2], BigInt64Array.of(1n, 2n), { descr: '<i8' });
    const bytes = npy([2, 1, 2], Uint8Array.of(0, 255, 3, 4), { descr: '|u1' });
    const read = readNpyVectors(bytes, labels);
    expect(read.values).toEqual(Uint8Array.of(0, 255, 3, 4));
    expect(read.shape).toEqual([1, 2]);
  });

  test('may carry their labels in the last column, or as words', () => {
    const one = readNpyVectors(npy([2, 3], Float64Array.of(0.5, 1, 7, 2, 3, 8)));
    expect([...one.values]).toEqual([0.5, 1, 2, 3]);
    expect(one.classes).toEqual(['7', '8']);
    const points = Uint32Array.from('hi\0cat', (letter) => letter.charCodeAt(0));
    const words = npy([2], points, { descr: '<U3' });
    expect(readNpyVectors(npy([2, 1], Float64Array.of(1, 2)), words).classes).toEqual([
      'cat',
      'hi',
    ]);
  });

  test('that are wrong are refused with what was expected', () => {
    const numbers = npy([2, 2], Float64Array.of(1, 2, 3, 4));
    const refuse = (bytes: Uint8Array, labels: Uint8Array | undefined, refusal: string) =>
      expect(() => readNpyVectors(bytes, labels)).toThrow(refusal);
    refuse(numbers.subarray(0, -1), undefined, 'makes a file of 160 bytes; this one has 159');
    refuse(
      npy([2, 2], Float64Array.of(1, 2, Number.NaN, 4)),
      undefined,
      'byte 144: expected a finite',
    );
    refuse(npy([2, 2], Float64Array.of(1, 2, 3, 0.5)), undefined, 'label 1 should be a whole');
    refuse(npy([2, 2], new Uint16Array(4), { descr: '<f2' }), undefined, 'NPY type f2 cannot');
    refuse(npy([4], Float64Array.of(1, 2, 3, 4)), undefined, 'shape (samples, numbers)');
    refuse(numbers, npy([3], Float64Array.of(1, 2, 3)), 'there are 2 vectors but 3 labels');
    refuse(npy([1, 2], BigInt64Array.of(2n ** 60n, 1n), { descr: '<i8' }), undefined, 'too large');
    refuse(numbers.with(6, 9), undefined, 'NPY version 9 is not known');
  });
});

describe('files that were chosen together', () => {
  test('may be IDX images and labels, in either order, gzipped or not', async () => {
    const expected = { shape: [2, 2], labels: Int32Array.of(1, 0, 1), classes: ['0', '7'] };
    const read = await readOwnData([file('images', images), file('labels', digits)]);
    expect(read).toMatchObject(expected);
    expect(read.values).toEqual(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 255));
    const packed = [file('l.gz', gzipSync(digits)), file('i.gz', gzipSync(images))];
    expect(await readOwnData(packed)).toEqual(read);
  });

  test('may be two NPY files, the labels told by their name', async () => {
    const x = file('x.npy', npy([2, 1], Float64Array.of(0.5, 1.5)));
    const y = file('y_labels.npy', npy([2], Float64Array.of(3, 4)));
    const read = await readOwnData([x, y]);
    expect([...read.values]).toEqual([0.5, 1.5]);
    expect(await readOwnData([y, x])).toEqual(read);
  });

  test('that are no data are refused by name', async () => {
    const refuse = (files: Parameters<typeof readOwnData>[0], refusal: string) =>
      expect(readOwnData(files)).rejects.toThrow(refusal);
    await refuse([], 'choose one file, or two that belong together, not 0');
    await refuse([file('a.idx', images)], 'a.idx: IDX comes as two files');
    await refuse([file('a', images), file('b.csv', '1,2')], 'a and b.csv: IDX and CSV do not go');
    await refuse([file('a', images), file('b', images)], 'one of labels (samples) are needed');
    await refuse([file('a.png', Uint8Array.of(0x89, 0x50, 0xff))], 'neither NPY nor IDX nor text');
    await refuse(
      [file('a.gz', gzipSync(images).subarray(0, 20))],
      'a.gz: the packed file is damaged',
    );
    await refuse([file('a', images.subarray(0, 20)), file('b', digits)], 'should have 28 bytes');
  });

  test('either give data or a clear refusal, whatever bytes they have', async () => {
    const starts = [
      images,
      digits,
      npy([2, 2], Float64Array.of(1, 2, 3, 4)),
      Buffer.from('1,2,a\n3,4,b'),
    ];
    const damaged = fc
      .tuple(
        fc.constantFrom(...starts),
        fc.array(fc.tuple(fc.nat(159), fc.nat(255)), { maxLength: 6 }),
        fc.nat(160),
      )
      .map(([start, edits, length]) => {
        const bytes = Uint8Array.from(start);
        for (const [at, value] of edits) if (at < bytes.length) bytes[at] = value;
        return bytes.subarray(0, Math.max(length, 1));
      });
    const bytes = fc.oneof(damaged, fc.uint8Array({ maxLength: 80 }));
    await fc.assert(
      fc.asyncProperty(bytes, fc.option(bytes), async (first, second) => {
        const files = [file('first', first), ...(second ? [file('second', second)] : [])];
        const outcome = await readOwnData(files).catch((error: unknown) => error);
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(DataError);
        else expect(outcome).toHaveProperty('classes');
      }),
      { numRuns: 400 },
    );
  });
});
