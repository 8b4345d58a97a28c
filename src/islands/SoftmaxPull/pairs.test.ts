import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initialState } from '#kit/figure/urlState.ts';
import { definition, type SoftmaxState } from './definition.ts';
import { CAPTIONS, measurePairs, PAIRS, PICTURES } from './pairs.ts';
import { verdictOf } from './verdict.ts';

const start = initialState<SoftmaxState>(definition.settings);
const places = fc.array(fc.integer({ min: -180, max: 180 }), { minLength: 8, maxLength: 8 });
const placed = (angles: readonly number[], temperature: number): SoftmaxState => ({
  ...start,
  temperature,
  ...Object.fromEntries([...PICTURES, ...CAPTIONS].map((name, k) => [name, angles[k]!])),
});
const temperatures = fc.double({ min: 0.01, max: 10, noNaN: true });

describe('a batch of pictures and captions', () => {
  test('has rows and columns of shares that add up to one', () => {
    fc.assert(
      fc.property(places, temperatures, (angles, temperature) => {
        const { cells } = measurePairs(placed(angles, temperature));
        for (let k = 0; k < PAIRS; k++) {
          const row = cells.slice(k * PAIRS, (k + 1) * PAIRS);
          const column = cells.filter((_, at) => at % PAIRS === k);
          expect(row.reduce((sum, { rowShare }) => sum + rowShare, 0)).toBeCloseTo(1, 9);
          expect(column.reduce((sum, { columnShare }) => sum + columnShare, 0)).toBeCloseTo(1, 9);
        }
      }),
    );
  });

  test('costs the mean of minus the logarithms of what the diagonal has, both ways', () => {
    const { cells, loss, rowLoss, columnLoss } = measurePairs(start);
    const own = cells.filter((_, at) => at % (PAIRS + 1) === 0);
    const mean = (shares: number[]) =>
      shares.reduce((sum, share) => sum - Math.log(share), 0) / PAIRS;
    expect(rowLoss).toBeCloseTo(mean(own.map(({ rowShare }) => rowShare)), 9);
    expect(columnLoss).toBeCloseTo(mean(own.map(({ columnShare }) => columnShare)), 9);
    expect(loss).toBeCloseTo((rowLoss + columnLoss) / 2, 12);
  });

  test('costs at least (2/4) ln 2 = 0.347 where two captions are the same, whatever else there is', () => {
    expect(measurePairs(start).floor).toBe(0);
    fc.assert(
      fc.property(places, temperatures, (angles, temperature) => {
        const state = { ...placed(angles, temperature), caption1: 74, caption2: 74 };
        const { loss, floor, rowLoss, columnLoss } = measurePairs(state);
        expect(floor).toBeGreaterThanOrEqual(Math.LN2 / 2 - 1e-12);
        for (const each of [loss, rowLoss, columnLoss])
          expect(each).toBeGreaterThanOrEqual(floor - 1e-9);
      }),
    );
  });

  test('gets down to that, and says how far it can', () => {
    const state: SoftmaxState = {
      ...placed([90, 90, -30, -150, 90, 90, -30, -150], 0.05),
      view: 'pairs',
    };
    const pairs = measurePairs(state);
    expect(pairs.loss).toBeCloseTo(0.347, 3);
    const quantities = definition.measure(state);
    expect(verdictOf(state, quantities)).toContain('2 of the captions are the same');
    expect(verdictOf(state, quantities)).toContain('0.347');
  });

  test('with c of N captions the same it is (c/N) ln c', () => {
    const three = { ...start, caption1: 10, caption2: 10, caption3: 10, caption4: -100 };
    expect(measurePairs(three).floor).toBeCloseTo((3 / 4) * Math.log(3), 12);
  });
});
