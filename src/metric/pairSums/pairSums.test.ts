import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  anyBatch,
  finiteDifferences,
  type LabelledBatch,
  largestDifference,
  pkLabels,
  randomBatch,
} from '#support/batches.ts';
import { lookUp } from '../lookUp.ts';
import { type SimilarityName, similarities } from '../similarities/registry.ts';
import { circleOfAnchors, circleOfBatch } from './circle.ts';
import { generalisedLifted, lifted } from './lifted.ts';
import { measurePairs } from './measurePairs.ts';
import { multiSimilarity } from './multiSimilarity.ts';
import { nca } from './nca.ts';
import type { PairRule } from './pairRule.ts';

const MARGINS = { negativeMargin: 1, positiveMargin: 0.1 };
const CIRCLE = { margin: 0.25, scale: 4 };
const SCALES = { positiveScale: 2, negativeScale: 10, base: 0.5 };

/** What is written down, with no thought of speed or overflow: one batch, its similarities, its classes. */
type Plain = (s: (i: number, j: number) => number, of: readonly number[]) => number;

const sum = (terms: readonly number[]) => terms.reduce((all, term) => all + term, 0);
const rowsOf = (of: readonly number[]) => [...of.keys()];
const others = (of: readonly number[], i: number, positive: boolean) =>
  rowsOf(of).filter((j) => j !== i && (of[i] === of[j]) === positive);
const logOr0 = (terms: readonly number[]) => (terms.length === 0 ? 0 : Math.log(sum(terms)));

const plainMultiSimilarity =
  (slack: number | null): Plain =>
  (s, of) => {
    const { positiveScale: a, negativeScale: b, base } = SCALES;
    const anchors = rowsOf(of).map((i) => {
      const [all, not] = [others(of, i, true), others(of, i, false)];
      const most = Math.max(...not.map((n) => s(i, n)));
      const least = Math.min(...all.map((p) => s(i, p)));
      const positives = all.filter((p) => slack === null || s(i, p) - slack < most);
      const negatives = not.filter((n) => slack === null || s(i, n) + slack > least);
      return (
        Math.log(1 + sum(positives.map((p) => Math.exp(-a * (s(i, p) - base))))) / a +
        Math.log(1 + sum(negatives.map((n) => Math.exp(b * (s(i, n) - base))))) / b
      );
    });
    return sum(anchors) / of.length;
  };

const plainCircle: Plain = (s, of) => {
  const { margin: m, scale } = CIRCLE;
  const terms = rowsOf(of).map((i) => {
    const positive = others(of, i, true).map((j) =>
      Math.exp(-scale * Math.max(1 + m - s(i, j), 0) * (s(i, j) - 1 + m)),
    );
    const negative = others(of, i, false).map((j) =>
      Math.exp(scale * Math.max(s(i, j) + m, 0) * (s(i, j) - m)),
    );
    return Math.log(1 + sum(positive) * sum(negative));
  });
  return sum(terms) / (terms.filter((term) => term > 0).length || 1);
};

const plainLifted: Plain = (s, of) => {
  const { negativeMargin, positiveMargin } = MARGINS;
  const terms = rowsOf(of).flatMap((i) =>
    others(of, i, true).map((j) => {
      const negatives = [i, j].flatMap((end) =>
        others(of, end, false).map((n) => Math.exp(negativeMargin + s(end, n))),
      );
      return Math.max(0, Math.log(sum(negatives)) - s(i, j) - positiveMargin) ** 2 / 2;
    }),
  );
  return terms.length === 0 ? 0 : sum(terms) / terms.length;
};

const plainGeneralised: Plain = (s, of) => {
  const terms = rowsOf(of).map((i) => {
    const pull = others(of, i, true).map((j) => Math.exp(-s(i, j) - MARGINS.positiveMargin));
    const push = others(of, i, false).map((j) => Math.exp(MARGINS.negativeMargin + s(i, j)));
    return Math.max(0, logOr0(pull) + logOr0(push));
  });
  return sum(terms) / terms.length;
};

const plainNca: Plain = (s, of) => {
  const terms = rowsOf(of).flatMap((i) => {
    const positives = others(of, i, true).map((j) => Math.exp(2 * s(i, j)));
    const negatives = others(of, i, false).map((j) => Math.exp(2 * s(i, j)));
    if (positives.length === 0) return [];
    return -Math.log(sum(positives) / (sum(positives) + sum(negatives)));
  });
  return of.length < 2 ? 0 : sum(terms) / terms.length;
};

const RULES: readonly (readonly [string, SimilarityName, PairRule, Plain])[] = [
  [
    'multi-similarity of all pairs',
    'cosine',
    multiSimilarity({ ...SCALES, slack: null }),
    plainMultiSimilarity(null),
  ],
  [
    'multi-similarity, mined',
    'cosine',
    multiSimilarity({ ...SCALES, slack: 0.13 }),
    plainMultiSimilarity(0.13),
  ],
  ['circle', 'cosine', circleOfAnchors(CIRCLE), plainCircle],
  ['lifted structure', 'negative-plain', lifted(MARGINS), plainLifted],
  ['generalised lifted', 'negative-plain', generalisedLifted(MARGINS), plainGeneralised],
  ['NCA', 'negative-squared', nca({ scale: 2 }), plainNca],
  ['NCA of cosines', 'cosine', nca({ scale: 2 }), plainNca],
];

const measure = (
  { embeddings, labels }: LabelledBatch,
  similarity: SimilarityName,
  rule: PairRule,
) =>
  measurePairs(
    embeddings,
    labels,
    { similarity: lookUp(similarities, 'similarity', similarity), normalise: false },
    rule,
  );

const matrixOf = ({ embeddings, labels }: LabelledBatch, similarity: SimilarityName) => {
  let found: Float64Array = new Float64Array();
  measure({ embeddings, labels }, similarity, ({ values }) => {
    found = values;
    return { loss: 0, terms: new Float64Array(), slopes: new Float64Array(values.length) };
  });
  return found;
};

describe.each(RULES)('%s', (_, similarity, rule, plain) => {
  test('is what is written down, on batches of every shape', () => {
    fc.assert(
      fc.property(anyBatch, (batch) => {
        const matrix = matrixOf(batch, similarity);
        const { length } = batch.labels;
        const wanted = plain((i, j) => matrix[i * length + j]!, batch.labels);
        const { loss, gradient } = measure(batch, similarity, rule);
        if (Number.isNaN(wanted)) expect(loss).toBeNaN();
        else expect(Math.abs(loss - wanted)).toBeLessThan(1e-9 * (1 + Math.abs(wanted)));
        expect(gradient.every(Number.isFinite)).toBe(true);
      }),
    );
  });

  test('stays finite at any size, and where all rows are one or none has a length', () => {
    const labels = pkLabels(3, 3);
    for (const size of [0, 1e-6, 1e4]) {
      const { embeddings } = randomBatch(5, labels, 4);
      const values = embeddings.values.map((value) => value * size);
      const batch = { embeddings: { ...embeddings, values }, labels };
      const { loss, gradient } = measure(batch, similarity, rule);
      expect(Number.isFinite(loss)).toBe(true);
      expect(gradient.every(Number.isFinite)).toBe(true);
    }
  });
});

/** With the weights of its pairs held, circle loss has a derivative as well. */
const heldCircle = (weightsFrom: Float64Array, whole: boolean): PairRule => {
  const { margin: m, scale } = CIRCLE;
  return ({ values, rows, of }) => {
    const term = (pairs: readonly (readonly [number, number])[]) => {
      const part = (positive: boolean) =>
        sum(
          pairs
            .filter(([i, j]) => (of[i] === of[j]) === positive)
            .map(([i, j]) => {
              const [held, at] = [weightsFrom[i * rows + j]!, values[i * rows + j]!];
              return positive
                ? Math.exp(-scale * Math.max(1 + m - held, 0) * (at - 1 + m))
                : Math.exp(scale * Math.max(held + m, 0) * (at - m));
            }),
        );
      return Math.log(1 + part(true) * part(false));
    };
    const all = Array.from({ length: rows }, (_, i) => i);
    const terms = whole
      ? [term(all.flatMap((i) => all.filter((j) => j > i).map((j) => [i, j] as const)))]
      : all.map((i) => term(all.filter((j) => j !== i).map((j) => [i, j] as const)));
    const loss = sum(terms) / terms.length;
    return { loss, terms: Float64Array.from(terms), slopes: new Float64Array(values.length) };
  };
};

describe('the gradient', () => {
  const batch = randomBatch(7, [0, 0, 0, 1, 1, 2, 2, 2], 3);
  const numericOf = (similarity: SimilarityName, rule: PairRule) =>
    finiteDifferences(
      Float64Array.from(batch.embeddings.values),
      (values) =>
        measure({ ...batch, embeddings: { ...batch.embeddings, values } }, similarity, rule).loss,
    );

  test.each(RULES.filter(([name]) => name !== 'circle'))(
    'of %s is that of finite differences',
    (_, similarity, rule) => {
      const { gradient } = measure(batch, similarity, rule);
      expect(largestDifference(gradient, numericOf(similarity, rule))).toBeLessThan(1e-7);
    },
  );

  test.each([
    ['of each anchor', circleOfAnchors(CIRCLE), false],
    ['of the batch', circleOfBatch(CIRCLE), true],
  ] as const)('of circle loss %s takes the weights for constants', (_, rule, whole) => {
    const held = heldCircle(matrixOf(batch, 'cosine'), whole);
    const { loss, gradient } = measure(batch, 'cosine', rule);
    expect(loss).toBeCloseTo(measure(batch, 'cosine', held).loss, 12);
    expect(largestDifference(gradient, numericOf('cosine', held))).toBeLessThan(1e-7);
    expect(largestDifference(gradient, numericOf('cosine', rule))).toBeGreaterThan(1e-3);
  });
});

test('NCA counts an anchor whose probability vanishes, unless it is told to leave it out', () => {
  const far = {
    embeddings: { values: Float64Array.of(0, 1000, 1, 3), rows: 4, dims: 1 },
    labels: [0, 0, 1, 1],
  };
  expect(measure(far, 'negative-squared', nca({ scale: 1 })).loss).toBeGreaterThan(1e5);
  const left = measure(far, 'negative-squared', nca({ scale: 1, leavesOutVanished: true }));
  expect([...left.terms].map(Number.isNaN)).toEqual([true, true, false, false]);
});

test('NCA costs a row nothing that is alone in its batch', () => {
  const alone = { embeddings: { values: Float64Array.of(1, 2), rows: 1, dims: 2 }, labels: [0] };
  const { loss, terms } = measure(alone, 'cosine', nca({ scale: 1 }));
  expect([loss, ...terms]).toEqual([0, 0]);
});

test('multi-similarity counts the last two pairs of its miner, unless it is told to leave them out', () => {
  const values = Float64Array.of(0.6, 0.8, 0.8, 0.6, -0.6, 0.8, 0, 1);
  const lone = { embeddings: { values, rows: 4, dims: 2 }, labels: [0, 0, 1, 1] };
  const lossWith = (slack: number) => {
    const rule = multiSimilarity({ ...SCALES, slack, leavesOutLonePairs: true });
    return measure(lone, 'cosine', rule);
  };
  expect(measure(lone, 'cosine', multiSimilarity({ ...SCALES, slack: 0.1 })).loss).toBeGreaterThan(
    0,
  );
  expect(lossWith(0.1).loss).toBe(0);
  expect(lossWith(0.1).gradient.every((slope) => slope === 0)).toBe(true);
  const all = multiSimilarity({ ...SCALES, slack: 2 });
  expect(lossWith(2).loss).toBe(measure(lone, 'cosine', all).loss);
});

test('multi-similarity takes no scale that is not above 0', () => {
  expect(() => multiSimilarity({ ...SCALES, positiveScale: 0, slack: null })).toThrow(
    'α must be a finite number above 0, not 0',
  );
});
