import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsvVectors } from '#data/own/csvVectors.ts';
import { isNumber } from '#data/own/table/cells.ts';
import { embeddingCsv, metadataTsv, vectorsTsv } from './embeddingTable.ts';

const table = {
  values: Float32Array.of(1, -0.5, 1e-9, 0.1),
  dims: 2,
  labels: ['7', 'a "b",\tc'],
};

describe('an embedding as a table', () => {
  test('is a pair of TSV files for the Embedding Projector, line for line', () => {
    const vectors = vectorsTsv(table).trimEnd().split('\n');
    expect(vectors.map((line) => line.split('\t').map(Number))).toEqual([
      [1, -0.5],
      [Math.fround(1e-9), Math.fround(0.1)],
    ]);
    expect(metadataTsv(table)).toBe('index\tlabel\n0\t7\n1\ta "b", c\n');
  });

  test('as CSV comes back exactly through the reader for own data', () => {
    const { values, labels, classes } = readCsvVectors(embeddingCsv(table));
    expect(Float32Array.from(values)).toEqual(table.values);
    expect([...labels].map((label) => classes[label])).toEqual(table.labels);
  });

  test('as CSV comes back whatever its labels are, and however few its numbers', () => {
    // Labels that are numbers are compared by value.
    const signs = fc.constantFrom(...' ,;|\t"#%\uFEFF\n\rab1-'.split(''));
    const label = fc
      .oneof(fc.string({ minLength: 1, maxLength: 6 }), fc.string({ unit: signs, minLength: 1 }))
      .filter((text) => !isNumber(text));
    const points = fc.array(fc.tuple(fc.float({ noNaN: true, noDefaultInfinity: true }), label), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 3 }), (rows, dims) => {
        const labels = rows.map(([, text]) => text);
        // CSV has no negative zero in practice; it counts as the same number.
        const values = Float32Array.from(rows.flatMap(([value]) => Array(dims).fill(value + 0)));
        const read = readCsvVectors(embeddingCsv({ values, dims, labels }));
        expect([...read.labels].map((place) => read.classes[place])).toEqual(labels);
        expect(Float32Array.from(read.values)).toEqual(values);
      }),
    );
  });

  test('needs as many numbers as its points have', () => {
    expect(() => vectorsTsv({ ...table, dims: 3 })).toThrow('need 6 numbers, not 4');
  });
});
