import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initialState, readState, writeState } from '#kit/figure/urlState.ts';
import { createBatchLoss } from '#metric/batchLoss.ts';
import { createRandom } from '#metric/random.ts';
import { scaleDerivative } from '#metric/scaleDerivative.ts';
import { type BatchState, freshCloud, MOST, placeOf, plane, rowOf, STRATEGIES } from './batch.ts';
import { edits } from './edits.ts';
import { definition, verdictOf } from './definition.ts';
import { batchQuantities } from './quantities.ts';

const start: BatchState = initialState<BatchState>(definition.settings);

/** An address knows no negative zero. */
const cloudOf = (seed: number) =>
  freshCloud(seed).map(({ x, y, label }) => ({ x: x + 0, y: y + 0, label }));

const anyState = fc
  .record({
    p: fc.integer({ min: 2, max: MOST }),
    k: fc.integer({ min: 2, max: MOST }),
    strategy: fc.constantFrom(...STRATEGIES.map(({ value }) => value)),
    margin: fc.double({ min: 0, max: 1, noNaN: true }),
    squared: fc.boolean(),
    seed: fc.integer({ min: 1, max: 9999 }),
    step: fc.integer({ min: 0, max: 500 }),
  })
  .map((change): BatchState => ({ ...start, points: cloudOf(change.seed), ...change }));

test('no fresh cloud has a point outside the plane', () => {
  for (const { x, y } of freshCloud(8093))
    expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(plane.extent);
});

describe('a batch', () => {
  test('offers P·K·(K-1)·(P·K-K) triplets', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { p, k } = state;
        expect(batchQuantities(state).valid).toBe(p * k * (k - 1) * (p * k - k));
      }),
    );
  });

  test('has the votes that make up the derivative of the summed loss', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { embeddings, scaleSum, active, scaleDerivative: ofMean } = batchQuantities(state);
        const labels = Array.from({ length: embeddings.rows }, (_, row) =>
          Math.floor(row / state.k),
        );
        const { gradient } = createBatchLoss({
          loss: 'triplet',
          distance: state.squared ? 'squared' : 'plain',
          normalise: false,
          miner: state.strategy,
          reducer: 'sum',
          margin: state.margin,
        })(embeddings, labels, createRandom(Math.imul(state.seed, 0x9e3779b1) + state.step));
        const factor = state.squared ? 2 : 1;
        expect(factor * scaleSum).toBeCloseTo(scaleDerivative(embeddings, gradient), 8);
        expect(ofMean * active).toBeCloseTo(factor * scaleSum, 8);
      }),
    );
  });

  test('selects for the loss and for the drawing the same triplets', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { triplets, selected, active, hard, semiHard } = batchQuantities(state);
        expect(triplets).toHaveLength(3 * selected);
        expect(hard + semiHard).toBe(active);
      }),
    );
  });

  test('always shrinks under hard triplets and always expands under semi-hard ones', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const hard = batchQuantities({ ...state, strategy: 'hard' });
        expect(hard.scaleSum).toBeGreaterThanOrEqual(0);
        expect(hard.balance).toBe(hard.active > 0 ? 1 : 0);
        const semiHard = batchQuantities({ ...state, strategy: 'semi-hard-facenet' });
        expect(semiHard.scaleSum).toBeLessThanOrEqual(0);
        expect(semiHard.balance).toBe(semiHard.active > 0 ? -1 : 0);
      }),
    );
  });

  test('draws anew at every step, and the same for the same step', () => {
    const at = (step: number) => batchQuantities({ ...start, strategy: 'random', step }).triplets;
    expect(at(3)).toEqual(at(3));
    expect(at(3)).not.toEqual(at(4));
  });
});

describe('the places of the table', () => {
  test('have a row each as long as they are in the batch', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        for (let row = 0; row < state.p * state.k; row++)
          expect(rowOf(state, placeOf(state, row))).toBe(row);
      }),
    );
    expect(rowOf({ p: 2, k: 2 }, 2)).toBeUndefined();
    expect(rowOf({ p: 2, k: 2 }, -1)).toBeUndefined();
  });

  test('keep what leaves the batch and comes back', () => {
    const smaller = edits.resize(start, { p: 2, k: 2 });
    expect(edits.resize(smaller, { p: 4, k: 4 }).points).toBe(start.points);
  });

  test('give up an anchor that leaves the batch', () => {
    const chosen = edits.chooseAnchor(start, 15);
    expect(edits.resize(chosen, { k: 3 }).anchor).toBe(0);
    expect(edits.resize(edits.chooseAnchor(start, 5), { k: 3 }).anchor).toBe(6);
  });
});

describe('the figure', () => {
  test('starts with every vote for shrinking', () => {
    const { balance, hard, active, selected } = batchQuantities(start);
    expect({ balance, hard, active, selected }).toEqual({
      balance: 1,
      hard: 16,
      active: 16,
      selected: 16,
    });
    expect(verdictOf(1)).toBe('shrinks');
    expect(verdictOf(-1)).toBe('expands');
    expect(verdictOf(0)).toBe('stays');
  });

  test('says what the strategy does to the cloud', () => {
    expect(definition.spoken(start, batchQuantities(start))).toMatch(
      /^batch-hard: 16 selected, 16 active, loss 1\.\d\d\. The cloud shrinks, radius 0\.75\. Anchor 2\.1\.$/,
    );
  });

  test('says which triplet the reader has chosen', () => {
    const chosen = edits.choosePair(edits.chooseAnchor(start, 1), 1, 4);
    expect(definition.spoken(chosen, batchQuantities(chosen))).toMatch(
      /Anchor 2\.2, negative 4\.1\.$/,
    );
  });

  test('writes no number of active triplets where there is none', () => {
    const coincident = { ...start, margin: 0, strategy: 'semi-hard-facenet' } as const;
    expect(definition.slotTexts(coincident, batchQuantities(coincident))).toMatchObject({
      active: '–',
      scale: '0.00',
    });
  });

  test('survives its address exactly', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const address = writeState('https://a.test/', definition.name, definition.settings, state);
        const read = readState(new URL(address).searchParams, definition.name, definition.settings);
        expect(read).toEqual({ state, problems: [] });
      }),
    );
  });

  test('refuses a table whose samples are of other classes', () => {
    const { points } = definition.settings;
    const [first, ...rest] = start.points;
    expect(points.parse(points.format([{ ...first!, label: 4 }, ...rest]))).toBeUndefined();
    expect(points.parse('2_0_0')).toBeUndefined();
  });

  test('tells every selected triplet as a table', () => {
    const [header, ...lines] = definition.csv(start, batchQuantities(start)).trimEnd().split('\n');
    expect(header).toBe('anchor,positive,negative,ax,ay,px,py,nx,ny,dAP,dAN,zone,loss');
    expect(lines).toHaveLength(16);
    expect(lines[0]).toMatch(/^2\.1,2\.2,4\.2,.*,hard,1\.4/);
  });
});
