import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { file, npy, npz } from '#support/dataFiles.ts';
import { readOwnData } from './readOwnData.ts';

/** A file that NumPy wrote, under a name of one's choice. */
const numpy = (saved: string, name = saved) =>
  file(name, readFileSync(new URL(`../../../tests/support/numpy/${saved}`, import.meta.url)));

const ten = (value: (row: number) => number) =>
  Float64Array.from({ length: 10 }, (_, row) => value(row));
const labels = file(
  'labels.npy',
  npy(
    [10],
    ten((row) => row % 2),
  ),
);
const vectors = (name: string) =>
  file(
    name,
    npy(
      [10, 6],
      Float64Array.from({ length: 60 }, (_, at) => at / 4),
    ),
  );

describe('files that NumPy wrote', () => {
  test('are read as NumPy reads them: Python 2, half precision, big-endian, Fortran order', async () => {
    const begin = [4, 2.75, -19, 3, 20.5, 8.75, -24.75, 6.75];
    for (const name of ['python2.npy', 'float16.npy', 'big-endian-v2.npy']) {
      const { values, shape } = await readOwnData([numpy(name), labels]);
      expect([...values.slice(0, 8), values.at(-1)], name).toEqual([...begin, 4]);
      expect(shape).toEqual([6]);
    }
    const { values, shape } = await readOwnData([labels, numpy('images-fortran.npy')]);
    expect([...values]).toEqual(Array.from({ length: 120 }, (_, at) => at / 2));
    expect(shape).toEqual([3, 4]);
  });

  test('may have labels in bytes; those that are objects are refused with what mends them', async () => {
    expect((await readOwnData([vectors('x.npy'), numpy('bytes.npy')])).classes).toEqual([
      'ash',
      'elm',
    ]);
    await expect(readOwnData([vectors('x.npy'), numpy('objects.npy')])).rejects.toThrow(
      'save words with .astype(str)',
    );
    await expect(readOwnData([numpy('np-int64.npy'), labels])).rejects.toThrow(
      'the NPY header should have fortran_order and shape, in plain numbers',
    );
  });

  test('may be two arrays in one file, or in an archive, packed or not', async () => {
    const right = {
      shape: [6],
      classes: ['0', '1'],
      labels: Int32Array.of(0, 1, 0, 1, 0, 1, 0, 1, 0, 1),
    };
    for (const name of ['twice.npy', 'two.npz', 'packed.npz']) {
      const read = await readOwnData([numpy(name)]);
      expect(read, name).toMatchObject(right);
      expect([...read.values]).toEqual(Array.from({ length: 60 }, (_, at) => at / 4));
    }
    expect(await readOwnData([numpy('twice.npy'), labels])).toMatchObject(right);
  });

  test('in archives of training and test are those of training, and it is said what was left', async () => {
    const read = await readOwnData([numpy('split.npz')]);
    expect(read).toMatchObject({ shape: [6], classes: ['0', '1'] });
    expect(read.notes).toEqual(['x_train and y_train are used, x_test and y_test left out.']);
    const left = await readOwnData([
      file(
        'medical.npz',
        npz({
          val_images: npy([1, 1], Float64Array.of(7)),
          train_images: npy([2, 1], Float64Array.of(0.5, 1.5)),
          test_images: npy([1, 1], Float64Array.of(8)),
          val_labels: npy([1], Float64Array.of(0)),
          train_labels: npy([2], Float64Array.of(4, 3)),
          test_labels: npy([1], Float64Array.of(0)),
        }),
      ),
    ]);
    expect([...left.values]).toEqual([0.5, 1.5]);
    expect(left.classes).toEqual(['3', '4']);
    expect(left.notes.join()).toContain(
      'used, val_images, test_images, val_labels and test_labels left out.',
    );
  });

  test('in archives of more arrays are refused with the line that saves two', async () => {
    const one = npy([1, 1], Float64Array.of(1));
    const refuse = (names: string[], refusal: string) =>
      expect(
        readOwnData([file('a.npz', npz(Object.fromEntries(names.map((name) => [name, one]))))]),
        `${names}`,
      ).rejects.toThrow(refusal);
    await refuse(
      ['x', 'y', 'z'],
      "there are 3 arrays, x, y, z: save vectors and labels alone, such as by np.savez('data.npz', x=a['x'], y=a['y'])",
    );
    // Neither which two of three, nor what an array is for whose name tells no part.
    await refuse(['x_train', 'y_train', 'w_train', 'x_test', 'y_test'], 'there are 5 arrays');
    await refuse(['x_train', 'y_train', 'names'], "x=a['x_train'], y=a['y_train']");
    await refuse(['x_train', 'y_train', 'u_test', 'v_test'], 'there are 4 arrays');
    await refuse(['x_test', 'y_test', 'z_test'], 'there are 3 arrays');
    await expect(readOwnData([numpy('sparse.npz')])).rejects.toThrow(
      'this is a sparse matrix: np.savez(',
    );
  });

  test('that are damaged within an archive are refused', async () => {
    for (const name of ['two.npz', 'packed.npz']) {
      const bytes = readFileSync(new URL(`../../../tests/support/numpy/${name}`, import.meta.url));
      for (const length of [40, 200, bytes.length - 30])
        await expect(readOwnData([file(name, bytes.subarray(0, length))])).rejects.toThrow(
          'damaged',
        );
      await expect(readOwnData([file(name, bytes.with(120, bytes[120]! ^ 0xff))])).rejects.toThrow(
        name,
      );
    }
  });

  test('are told apart by what only one of the two can be, whatever their names', async () => {
    for (const names of [
      ['embeddings.npy', 'classes.npy'],
      ['y.npy', 'a.npy'],
      ['b.npy', 'c.npy'],
    ]) {
      const [x, y] = [
        vectors(names[0]!),
        file(
          names[1]!,
          npy(
            [10],
            ten((row) => row % 3),
          ),
        ),
      ];
      const read = await readOwnData([x, y]);
      expect(read, `${names}`).toMatchObject({ shape: [6], classes: ['0', '1', '2'] });
      expect(await readOwnData([y, x])).toEqual(read);
    }
  });

  test('may be gzipped, and labels may be one column', async () => {
    const column = file(
      'l.gz',
      gzipSync(
        npy(
          [10, 1],
          ten((row) => row % 2),
        ),
      ),
    );
    expect((await readOwnData([column, vectors('x.npy')])).classes).toEqual(['0', '1']);
  });
});
