import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkCase } from '../oracle/checkCase.ts';
import { checkers } from '../oracle/checkers.ts';
import { type OracleCase, readCases } from '../oracle/oracleCase.ts';

const cases = ['cases.json', 'softmax-cases.json'].flatMap((file) =>
  readCases(readFileSync(`tests/oracle/${file}`, 'utf8')),
);

/** The same value with its first number (found depth first) moved by one. */
function disturb(value: unknown): { value: unknown; disturbed: boolean } {
  if (typeof value === 'number') return { value: value + 1, disturbed: true };
  if (Array.isArray(value)) {
    const list: unknown[] = [...value];
    for (const [i, item] of list.entries()) {
      const result = disturb(item);
      if (result.disturbed) {
        list[i] = result.value;
        return { value: list, disturbed: true };
      }
    }
  }
  return { value, disturbed: false };
}

function disturbField(oracleCase: OracleCase, field: string): OracleCase {
  const { value } = disturb(oracleCase.expected[field]);
  return { ...oracleCase, expected: { ...oracleCase.expected, [field]: value } };
}

describe('the oracle runner', () => {
  test('has a check for every category of the shared cases', () => {
    for (const { category } of cases) expect([...checkers.keys()]).toContain(category);
  });

  test('can express every shared case', () => {
    for (const oracleCase of cases)
      expect(checkCase(oracleCase).inexpressible, oracleCase.id).toBeUndefined();
  });

  test.each([
    ['contrastive.pair', 'loss'],
    ['contrastive.pair', 'grad'],
    ['contrastive.batch', 'loss'],
    ['contrastive.batch', 'grad'],
    ['triplet.single', 'ap'],
    ['triplet.single', 'hinge'],
    ['batch_all.mean_all', 'grad'],
    ['batch_all.mean_nonzero', 'fractionActive'],
    ['batch_hard', 'triplets'],
    ['batch_hard.soft_margin', 'perAnchor'],
    ['semihard.tfa', 'triplets'],
    ['mining.triplet_margin', 'valid'],
    ['mining.hardest_negative_per_pair', 'triplets'],
    ['mining.facenet_select', 'numTriplets'],
    ['distances.pairwise', 'squaredExact'],
    ['normalise', 'normalised'],
    ['retrieval', 'map_at_r'],
    ['retrieval', 'mrr_pml'],
    ['verification', 'averagePrecision'],
    ['verification.facenet', 'accuracyPerFold'],
    ['counts.pk', 'validTriplets'],
    ['sampler', 'classesPerBatch'],
    ['ntxent.labels', 'loss'],
    ['ntxent.labels', 'grad'],
    ['ntxent.labels', 'perPair'],
    ['ntxent.two_view', 'gradZ2'],
    ['infonce', 'loss'],
    ['clip', 'gradLogitScale'],
    ['siglip', 'gradLogitBias'],
    ['supcon', 'loss'],
    ['decoupled', 'gradZ1'],
    ['debiased', 'loss'],
    ['npairs', 'grad'],
    ['multi_similarity', 'grad'],
    ['circle', 'grad'],
    ['lifted', 'loss'],
    ['nca', 'grad'],
    ['proxy_nca', 'gradProxies'],
    ['proxy_anchor', 'gradProxies'],
    ['normalized_softmax', 'loss'],
    ['cosface', 'grad'],
    ['arcface', 'gradProxies'],
    ['align_uniform', 'grad'],
    ['decorrelation', 'gradZ1'],
    ['distance_weighted', 'probabilities'],
    ['plateau', 'loss'],
  ])('notices a wrong number in %s, %s', (category, field) => {
    const candidates = cases.filter(
      (item) =>
        item.category === category &&
        item.expected['gradUnique'] !== false &&
        disturb(item.expected[field]).disturbed &&
        // The diagonal of a distance matrix is ours to define.
        field !== 'squaredExact',
    );
    const matrices = cases.filter((item) => item.category === category && field === 'squaredExact');
    for (const item of candidates) {
      expect(checkCase(item).differences).toEqual([]);
      expect(checkCase(disturbField(item, field)).differences).not.toEqual([]);
    }
    for (const item of matrices) {
      const rows = structuredClone(item.expected[field]) as number[][];
      rows[0]![1]! += 1;
      const wrong = { ...item, expected: { ...item.expected, [field]: rows } };
      expect(checkCase(wrong).differences).not.toEqual([]);
    }
    expect(candidates.length + matrices.length).toBeGreaterThan(0);
  });

  test('fails a case of a category it does not know, instead of leaving it out', () => {
    const { differences } = checkCase({ ...cases[0]!, category: 'unheard.of' });
    expect(differences).toEqual(['no check for the category "unheard.of"']);
  });

  test('fails a case that cannot be read, instead of stopping', () => {
    const { differences } = checkCase({ ...cases[0]!, inputs: {} });
    expect(differences).toHaveLength(1);
  });

  test('says what is missing in a file that is not of the schema', () => {
    expect(() => readCases('{"meta": {}}')).toThrow('an object with a list "cases"');
    expect(() => readCases('{"cases": [{"id": "x"}]}')).toThrow('case 0 has no text "category"');
  });
});
