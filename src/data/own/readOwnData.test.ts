import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { file, idx, npy } from '#support/dataFiles.ts';
import { DataError } from './labelledVectors.ts';
import { readOwnData } from './readOwnData.ts';

const images = idx([3, 2, 2], Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 255));
const digits = idx([3], Uint8Array.of(7, 0, 7));

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

  test('may be vectors and a table of their labels, in either order, under names or not', async () => {
    const vectors = '0.5\t1\n2\t3.5\n4\t5';
    const expected = { shape: [2], classes: ['ash tree', 'oak'], labels: Int32Array.of(1, 0, 1) };
    const numbers = Float64Array.of(0.5, 1, 2, 3.5, 4, 5);
    const labels = 'oak\nash tree\noak\n';
    const named = `a\tb\n${vectors}`;
    const metadata = 'index\tlabel\n0\toak\n1\tash tree\n2\toak\n';
    const tables = [
      [vectors, labels],
      [vectors, `kind of tree\n${labels}`],
      [named, labels],
      [named, `species\n${labels}`],
      [vectors, metadata],
      [vectors, 'name\tclass\na 1\toak\nb 2\tash tree\nc 3\toak\n'],
    ] as const;
    for (const [x, y] of tables) {
      const files = [file('x.tsv', x), file('y.tsv', y)];
      for (const chosen of [files, files.toReversed()]) {
        const read = await readOwnData(chosen);
        expect(read, y).toMatchObject(expected);
        expect(read.values).toEqual(numbers);
      }
    }
    const array = file('x.npy', npy([3, 2], numbers));
    for (const y of [labels, `species\n${labels}`, metadata])
      for (const chosen of [
        [array, file('y.csv', y)],
        [file('y.csv', y), array],
      ])
        expect(await readOwnData(chosen)).toMatchObject({ ...expected, values: numbers });
    expect((await readOwnData([array, file('y', '1\n1.0\n007')])).classes).toEqual(['1', '007']);
  });

  test('of which one has a row too many are refused, and none gets the label of another', async () => {
    const rows = (count: number, line: (row: number) => string) =>
      Array.from({ length: count }, (_, row) => line(row)).join('\n');
    const vectors = (count: number) => rows(count, (row) => `${(row * 7) % 5}.5,${row}.25`);
    const labels = (count: number) => rows(count, (row) => 'ab'[row % 2]!);
    const array = file('x.npy', npy([6, 1], Float64Array.of(1, 2, 3, 4, 5, 6)));
    const refuse = async (x: string, y: string, refusal: string) =>
      expect(readOwnData([file('x.csv', x), file('y.csv', y)]), y).rejects.toThrow(refusal);
    await refuse(vectors(6), labels(5), 'there are 6 rows of vectors but 5 of labels');
    await refuse(vectors(6), labels(7), 'there are 6 rows of vectors but 7 of labels');
    await refuse(vectors(6), `species\n${labels(5)}`, '6 rows of vectors but 5 of labels');
    await refuse(`a,b\n${vectors(6)}`, `species\n${labels(5)}`, '6 rows of vectors but 5');
    await refuse(`a,b\n${vectors(6)}`, labels(7), '6 rows of vectors but 7');
    await refuse(`0,1\n${vectors(6)}`, `species\n${labels(7)}`, '6 rows of vectors but 7');
    await refuse(vectors(6), `kind of tree\n${rows(5, (row) => `${row % 2}`)}`, 'but 5 of labels');
    await refuse(vectors(10), `kind of tree\n${labels(9)}`, '“label” if it names the others');
    await refuse(`a,b\n${vectors(10)}`, `kind of tree\n${labels(9)}`, 'the first label, "kind of');
    await expect(readOwnData([array, file('y.csv', labels(7))])).rejects.toThrow(
      '6 rows of vectors but 7 of labels',
    );
    for (const blank of ['', '""']) {
      const gap = `species\na\nb\n${blank}\nb\na\nb\n`;
      await refuse(`a,b\n${vectors(6)}`, gap, 'line 4, column 3: expected a label, found nothing');
      await expect(readOwnData([array, file('y.csv', gap)])).rejects.toThrow('label 2 is empty');
    }
  });

  test('may begin with the only sample of a class that has a number', async () => {
    const rows = Array.from({ length: 10 }, (_, row) => row);
    const x = file('x.csv', rows.map((row) => `${row % 3}.5,${row}.25`).join('\n'));
    const y = file('y.csv', rows.map((row) => (row === 0 ? 7 : row % 2)).join('\n'));
    const { classes, labels } = await readOwnData([x, y]);
    expect([classes, labels[0]]).toEqual([['0', '1', '7'], 2]);
  });

  test('may name their columns 0, 1, …, as pandas does, and have blank lines between all rows', async () => {
    const vectors = '1.5,2\n0.5,3\n2.5,4';
    const expected = { shape: [2], classes: ['0', '1'], labels: Int32Array.of(0, 1, 0) };
    for (const [x, y] of [
      [`0,1\n${vectors}`, '0\n0\n1\n0'],
      [`0,1\n${vectors}`, '0\n1\n0'],
      [vectors, '0\n0\n1\n0'],
      [vectors, '0\r\r\n1\r\r\n0\r\r\n'],
    ] as const) {
      const read = await readOwnData([file('x.csv', x), file('y.csv', y)]);
      expect(read, y).toMatchObject({
        ...expected,
        values: Float64Array.of(1.5, 2, 0.5, 3, 2.5, 4),
      });
    }
  });

  test('that are vectors and labels of different numbers, or no labels, are refused', async () => {
    const x = file('x.csv', '1,2\n3,4\n5,6');
    expect((await readOwnData([x, file('y.csv', 'a\nb\na')])).labels).toEqual(
      Int32Array.of(0, 1, 0),
    );
    const array = file('x.npy', npy([3, 1], Float64Array.of(1, 2, 3)));
    const refuse = (files: Parameters<typeof readOwnData>[0], refusal: string) =>
      expect(readOwnData(files)).rejects.toThrow(refusal);
    const short = file('y.csv', 'a');
    await refuse([x, short], 'x.csv and y.csv: there are 3 rows of vectors but 1 of labels');
    await refuse([array, short], 'there are 3 rows of vectors but 1 of labels');
    await refuse([x, x], 'of two tables one should have a single column, the labels');
    await refuse([array, x], 'the table of labels should have one column, or name');
    const names = file('y.npy', npy([3], Float64Array.of(0, 1, 0)));
    await refuse([x, names], 'a table of vectors goes with one of labels, such as by np.savetxt(');
  });

  test('may be a table in UTF-16, which Excel calls Unicode Text', async () => {
    const text = 'a\tspecies\r\n1,5\tash\r\n2,5\tülm\r\n';
    const little = Buffer.from(`\uFEFF${text}`, 'utf16le');
    for (const bytes of [little, Buffer.from(little).swap16()]) {
      const { values, classes } = await readOwnData([file('unicode.txt', bytes)]);
      expect(classes).toEqual(['ash', 'ülm']);
      expect([...values]).toEqual([1.5, 2.5]);
    }
  });

  test('may have all of MNIST: a part of 60,000 images is taken', async () => {
    const many = idx([60_000, 2, 2], new Uint8Array(240_000));
    const tags = idx(
      [60_000],
      Uint8Array.from({ length: 60_000 }, (_, row) => row % 10),
    );
    const read = await readOwnData([file('train-images-idx3-ubyte', many), file('l', tags)]);
    expect(read.labels.length).toBe(20_000);
    expect(read.notes).toEqual([expect.stringContaining('Of 60,000 samples 20,000')]);
  });

  test('of kinds that are not read are refused with what turns them into one that is', async () => {
    const starts: Record<string, string> = {
      PAR1: 'read_parquet',
      '\x89HDF\r\n': 'this is HDF5',
      'MATLAB 5.0': 'scipy.io.loadmat',
      '\xd0\xcf\x11\xe0\xa1': 'a workbook of Excel',
      '\x80\x04\x95': 'this is a pickle',
      '\x89PNG\r\n': 'this is one picture',
      ARROW1: 'read_feather',
      'X\n\0\0\0\x03': 'a file of R',
      BZh91AY: 'packed by bzip2: unpack it with bunzip2',
      '% 1. Title\n\n@RELATION iris\n': 'this is ARFF: pd.DataFrame(scipy.io.arff',
      '<!DOCTYPE html>\n<html>': 'this is a page',
      '[{"a": 1}]': 'this is JSON',
      '1 1:0.5 2:0.25\n0 2:1\n': 'LIBSVM',
      '[0.5, 1, 0]\n[2, -1, 1]\n': 'this is JSON',
      'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 9\n': 'git lfs pull',
      [`a.csv${'\0'.repeat(95)}${'0'.repeat(156)}\0ustar\x0000`]: 'this is an archive: unpack',
      'P\0\0\0\0\0\0\0{"x":{"dtype":"F32"}}': 'safetensors.numpy.load_file',
    };
    for (const [start, refusal] of Object.entries(starts)) {
      const bytes = Uint8Array.from(start, (letter) => letter.charCodeAt(0));
      await expect(readOwnData([file('x', bytes)]), start).rejects.toThrow(refusal);
    }
    await expect(readOwnData([file('x.csv', Buffer.from('1,ä\n', 'latin1'))])).rejects.toThrow(
      "can be saved as “CSV UTF-8” or with encoding='utf-8'",
    );
  });

  test('that are no data are refused by name', async () => {
    const refuse = (files: Parameters<typeof readOwnData>[0], refusal: string) =>
      expect(readOwnData(files)).rejects.toThrow(refusal);
    await refuse([], 'choose one file, or two that belong together, not 0');
    await refuse([file('a.idx', images)], 'a.idx: IDX comes as two files');
    await refuse(
      [file('a', images), file('b.csv', '1,2')],
      'IDX and CSV do not go together: IDX images',
    );
    await refuse([file('a', images), file('b', images)], 'one of labels (samples) are needed');
    // Of two files the one that is wrong.
    await refuse(
      [file('a', images.with(2, 7)), file('b', digits)],
      'a: this is neither NPY nor IDX nor a text',
    );
    // QMNIST's labels are eight numbers each.
    const qmnist = idx([3, 8], new Uint8Array(24));
    await refuse([file('a', images), file('b', qmnist)], 'needed, not 3 × 2 × 2 and 3 × 8');
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
