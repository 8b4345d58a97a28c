import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mapAtR } from './averagePrecision.ts';
import { createRetrievalPass } from './retrievalPass.ts';
import { rPrecision } from './rPrecision.ts';

test('a pass in pieces has R-precision and MAP@R of the whole, ties and lone rows included', () => {
  const rows = fc.array(
    fc.tuple(
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: 0, max: 3 }),
    ),
    { minLength: 2, maxLength: 24 },
  );
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 7 }), (list, piece) => {
      const embeddings = {
        values: Float64Array.from({ length: 2 * list.length }, (_, i) => list[i >> 1]![i % 2]!),
        rows: list.length,
        dims: 2,
      };
      const labels = list.map(([, , label]) => label);
      const pass = createRetrievalPass(embeddings, labels);
      let result = pass.advance(piece);
      for (let k = 0; !result && k < 30; k++) result = pass.advance(piece);
      expect(result!.rPrecision).toBeCloseTo(rPrecision(embeddings, labels), 12);
      expect(result!.mapAtR).toBeCloseTo(mapAtR(embeddings, labels), 12);
    }),
  );
});

test('with a stride every n-th row asks, of all rows', () => {
  const embeddings = { values: Float64Array.of(0, 1, 10, 11, 12), rows: 5, dims: 1 };
  const pass = createRetrievalPass(embeddings, [0, 1, 0, 0, 1], 2);
  // Rows 0, 2 and 4 ask. Of their R nearest (2, 2, 1) the first finds one, at the second place.
  expect(pass.advance(9)).toEqual({
    rPrecision: (0.5 + 0.5 + 0) / 3,
    mapAtR: (0.25 + 0.5 + 0) / 3,
  });
  const inPieces = createRetrievalPass(embeddings, [0, 1, 0, 0, 1], 2);
  expect(inPieces.advance(2)).toBeUndefined();
  expect(inPieces.advance(1)!.rPrecision).toBeCloseTo(1 / 3, 12);
});

test('a pass says nothing before its last query is done', () => {
  const embeddings = { values: Float64Array.of(0, 1, 2), rows: 3, dims: 1 };
  const pass = createRetrievalPass(embeddings, [1, 1, 2]);
  expect(pass.advance(2)).toBeUndefined();
  expect(pass.advance(1)).toEqual({ rPrecision: 1, mapAtR: 1 });
  expect(createRetrievalPass(embeddings, [1, 1, 2]).advance(3)).toBeDefined();
});

test('rows that have nothing to find are not judged, and without any other the result is 0', () => {
  const embeddings = { values: Float64Array.of(0, 1, 2), rows: 3, dims: 1 };
  expect(createRetrievalPass(embeddings, [1, 2, 3]).advance(3)).toEqual({
    rPrecision: 0,
    mapAtR: 0,
  });
  expect(() => createRetrievalPass(embeddings, [1])).toThrow('as many labels, not 1');
});
