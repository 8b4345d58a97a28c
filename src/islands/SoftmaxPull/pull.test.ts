import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initialState } from '#kit/figure/urlState.ts';
import { length } from '#kit/plane/point.ts';
import { softplus } from '#metric/margin.ts';
import { tripletLoss } from '#metric/tripletLoss.ts';
import { onCircle } from '#kit/plane/circle.ts';
import { definition, type SoftmaxState } from './definition.ts';
import { KINDS, lossAt, measurePull, NEGATIVES, type PullState } from './pull.ts';

const start = initialState<SoftmaxState>(definition.settings);
const degrees = fc.integer({ min: -180, max: 180 });
const anyState = (kinds: readonly PullState['kind'][] = KINDS): fc.Arbitrary<PullState> =>
  fc
    .record({
      kind: fc.constantFrom(...kinds),
      temperature: fc.double({ min: 0.01, max: 10, noNaN: true }),
      margin: fc.double({ min: 0, max: 2, noNaN: true }),
      places: fc.array(degrees, { minLength: 8, maxLength: 8 }),
    })
    .map(({ places, ...rest }) => ({
      ...rest,
      anchor: places[0]!,
      positive: places[1]!,
      positive2: places[2]!,
      ...(Object.fromEntries(NEGATIVES.map((name, k) => [name, places[3 + k]!])) as Record<
        (typeof NEGATIVES)[number],
        number
      >),
    }));

const vector = (angle: number) => {
  const { x, y } = onCircle(angle);
  return [x, y] as const;
};

describe('an anchor among its negatives', () => {
  test('begins with a nearest negative that has not all of the push', () => {
    const { loss, effectiveNegatives, hardest } = measurePull(start);
    expect(loss).toBeCloseTo(0.6, 1);
    expect(hardest).toBe('negative1');
    expect(effectiveNegatives).toBeGreaterThan(1.3);
    expect(effectiveNegatives).toBeLessThan(3);
  });

  test('has forces that are the differences of its loss, times the temperature', () => {
    fc.assert(
      fc.property(anyState(['n-pair', 'info-nce', 'supcon', 'soft']), (state) => {
        const { others, hardest } = measurePull(state);
        const anchor = onCircle(state.anchor);
        // Where two are the hardest at once the loss has a kink, and no difference is its slope.
        const alike = NEGATIVES.map((name) => {
          const { x, y } = onCircle(state[name]);
          return (x * anchor.x + y * anchor.y).toFixed(6);
        });
        fc.pre(state.kind !== 'soft' || new Set(alike).size === alike.length);
        const temperature = { soft: 0.5, 'n-pair': 1 }[state.kind as 'soft'] ?? state.temperature;
        for (const { name, at, slope } of others) {
          const step = 1e-4;
          const at_ = (change: number) =>
            lossAt({ ...state, [name]: state[name] + change }, temperature);
          const across = (at_(step) - at_(-step)) / ((2 * step * Math.PI) / 180);
          const tangent = at.x * anchor.y - at.y * anchor.x;
          if (state.kind === 'soft' && name !== 'positive' && name !== hardest) continue;
          expect(temperature * across).toBeCloseTo(slope * tangent, 2);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('is pulled at as strongly as it is pushed', () => {
    fc.assert(
      fc.property(anyState(), (state) => {
        const sum = measurePull(state).others.reduce((all, { slope }) => all + slope, 0);
        expect(sum).toBeCloseTo(0, 9);
      }),
    );
  });

  test('has arrows as long as the shares of its negatives', () => {
    fc.assert(
      fc.property(anyState(), (state) => {
        const { others, forces } = measurePull(state);
        for (const { name, share, isPositive } of others)
          if (!isPositive) expect(length(forces[name]!)).toBeCloseTo(share, 9);
      }),
    );
  });
});

describe('towards a temperature of zero', () => {
  test('the loss times the temperature is the hinge of the nearest negative, without a margin', () => {
    fc.assert(
      fc.property(anyState(['info-nce']), (state) => {
        const hinge = lossAt({ ...state, kind: 'hardest', margin: 0 }, 1) / 2;
        expect(0.01 * lossAt(state, 0.01)).toBeCloseTo(hinge, 1);
      }),
    );
  });

  test('the nearest negative takes the push, as if it had been mined', () => {
    const cold = measurePull({ ...start, temperature: 0.01 });
    expect(cold.effectiveNegatives).toBeCloseTo(1, 6);
    const mined = measurePull({ ...start, kind: 'hardest', negative1: 120, margin: 0 });
    const nearer = measurePull({ ...start, temperature: 0.01, negative1: 120 });
    for (const { name, slope } of mined.others)
      expect(nearer.others.find((other) => other.name === name)!.slope).toBeCloseTo(slope, 3);
  });
});

describe('towards an endless temperature', () => {
  test('all negatives are pushed alike, and the loss is ln 6', () => {
    fc.assert(
      fc.property(anyState(['info-nce']), (state) => {
        expect(lossAt(state, 1e6)).toBeCloseTo(Math.log(6), 4);
      }),
    );
    expect(measurePull({ ...start, temperature: 10 }).effectiveNegatives).toBeGreaterThan(4.9);
  });
});

describe('the same loss by another name', () => {
  test('the soft margin on squared distances is a softmax between two, at a half', () => {
    fc.assert(
      fc.property(anyState(['soft']), (state) => {
        const { hardest, loss } = measurePull(state);
        const { dAP, dAN } = tripletLoss(
          vector(state.anchor),
          vector(state.positive),
          vector(state[hardest]),
          { margin: 0, squared: true },
        );
        expect(loss).toBeCloseTo(softplus(dAP - dAN), 9);
      }),
    );
  });

  test('the triplet loss is that of the mining chapter, with the nearest negative', () => {
    fc.assert(
      fc.property(anyState(['hardest']), (state) => {
        const { hardest, loss } = measurePull(state);
        const known = tripletLoss(
          vector(state.anchor),
          vector(state.positive),
          vector(state[hardest]),
          { margin: state.margin, squared: true },
        );
        expect(loss).toBeCloseTo(known.loss, 9);
      }),
    );
  });

  test('N-pair is InfoNCE at a temperature of 1', () => {
    expect(measurePull({ ...start, kind: 'n-pair' }).loss).toBe(
      measurePull({ ...start, temperature: 1 }).loss,
    );
  });
});

describe('SupCon, with two positives', () => {
  const supcon = { ...start, kind: 'supcon' } as const;

  test('pulls the farther one harder', () => {
    const [near, far] = measurePull(supcon).others;
    expect(far!.slope).toBeLessThan(near!.slope);
  });

  test('pushes one away that has more than half', () => {
    expect(measurePull({ ...supcon, positive: 84 }).others[0]!.slope).toBeGreaterThan(0);
  });

  test('never falls below ln 2, and gets there with equal shares', () => {
    fc.assert(
      fc.property(anyState(['supcon']), (state) => {
        expect(measurePull(state).loss).toBeGreaterThanOrEqual(Math.LN2 - 1e-9);
      }),
    );
    const best = { ...supcon, temperature: 0.05, positive: 95, positive2: 85 };
    const far = Object.fromEntries(NEGATIVES.map((name) => [name, -90]));
    expect(measurePull({ ...best, ...far }).loss).toBeCloseTo(Math.LN2, 6);
  });
});
