import { describe, expect, test } from 'vitest';
import { initialState } from '#kit/figure/urlState.ts';
import { classSoftmax } from '#metric/proxies/classSoftmax.ts';
import { between } from './circle.ts';
import { definition, descent, verdict } from './definition.ts';
import { type ClassState, classOf, classQuantities, ownCosineOf } from './measure.ts';
import { regionsOf } from './regions.ts';
import { lossesAlong, wayOf } from './way.ts';

const start = initialState<ClassState>(definition.settings);

/** Where a run ends. */
function atRest(change: Partial<ClassState>): ClassState {
  let state: ClassState = { ...start, ...change };
  for (let step = 0; step < descent.mostSteps; step++) {
    const next = descent.step(state, classQuantities(state), descent.runStepSize);
    if (next === state) return state;
    state = next;
  }
  throw new Error('the descent did not come to rest');
}

describe('samples and class vectors on the circle', () => {
  test.each(['softmax', 'cosface', 'arcface'] as const)(
    'are moved by what the loss says of their angles (%s)',
    (kind) => {
      const state = { ...start, kind, scale: 7 };
      const sum = (of: ClassState) => 9 * classQuantities(of).meanLoss;
      const slope = (name: 'samples' | 'vectors', k: number) => {
        const at = (angle: number) => sum({ ...state, [name]: state[name].with(k, angle) });
        return (at(state[name][k]! + 1e-6) - at(state[name][k]! - 1e-6)) / 2e-6;
      };
      const { sampleForces, vectorForces } = classQuantities(state);
      sampleForces.forEach((force, k) => {
        expect(force).toBeCloseTo(-slope('samples', k), 5);
      });
      vectorForces.forEach((force, k) => {
        expect(force).toBeCloseTo(-slope('vectors', k), 5);
      });
    },
  );

  test('without a margin stop just past the boundary; with one they go on', () => {
    const [none, cosine, angle] = (['softmax', 'cosface', 'arcface'] as const).map((kind) =>
      classQuantities(atRest({ kind })),
    );
    expect(none!.rightCount).toBe(9);
    expect(none!.gap).toBeGreaterThan(0);
    for (const found of [cosine!, angle!]) {
      expect(found.clearCount).toBe(9);
      expect(found.gap).toBeGreaterThan(none!.gap + 0.1);
    }
    expect(angle!.gap).toBeGreaterThan(0.25);
  });

  test('begin with samples that the figure has something to tell of', () => {
    const { rightCount, gap, isBeyond } = classQuantities(start);
    expect(rightCount).toBeLessThan(9);
    expect(gap).toBeLessThan(0);
    expect(isBeyond).toBe(false);
  });
});

describe('the wedge that a margin clears', () => {
  const two = [-0.5, 0.9];
  const widthAt = (kind: ClassState['kind'], margin: number, vectors = two) =>
    regionsOf(vectors, ownCosineOf({ kind, margin }))
      .wedges.filter(
        ({ from, to }) => (from + to) / 2 > vectors[0]! && (from + to) / 2 < vectors[1]!,
      )
      .map(({ from, to }) => to - from)[0];

  test('is as wide as an angular margin, wherever the vectors are', () => {
    for (const margin of [0.2, 0.5]) {
      expect(widthAt('arcface', margin)).toBeCloseTo(margin, 2);
      expect(widthAt('arcface', margin, [-0.5, 1.5])).toBeCloseTo(margin, 2);
    }
  });

  test('of a cosine margin is wider the nearer the vectors are', () => {
    for (const [vectors, apart] of [
      [two, 1.4],
      [[-0.5, 1.5], 2],
    ] as const)
      expect(widthAt('cosface', 0.3, [...vectors])).toBeCloseTo(
        2 * Math.asin(0.3 / (2 * Math.sin(apart / 2))),
        2,
      );
  });

  test('is none without a margin, and all of the circle where the vectors are one', () => {
    expect(regionsOf(two, ownCosineOf({ kind: 'softmax', margin: 0.5 })).wedges).toEqual([]);
    const { wedges } = regionsOf([1, 1, 1], ownCosineOf({ kind: 'arcface', margin: 0.5 }));
    expect(wedges).toEqual([{ from: -Math.PI, to: Math.PI }]);
  });

  test('lies around boundaries that are equally far from two vectors', () => {
    const { boundaries } = regionsOf(two, ownCosineOf({ kind: 'softmax', margin: 0 }));
    expect(boundaries).toHaveLength(2);
    for (const boundary of boundaries)
      expect(Math.abs(between(boundary, two[0]!) - between(boundary, two[1]!))).toBeLessThan(0.01);
  });
});

describe('the way of a sample from its class vector', () => {
  const kinds = ['softmax', 'cosface', 'arcface'] as const;

  test.each(kinds)('has the sample’s own loss at its angle, on either side (%s)', (kind) => {
    for (let chosen = 0; chosen < 9; chosen++) {
      const state = { ...start, kind, chosen };
      const { theta, loss, ...regions } = classQuantities(state);
      const { direction } = wayOf(state, regions);
      expect(lossesAlong(state, direction, [theta])[0]).toBeCloseTo(loss, 9);
    }
  });

  test.each(kinds)('meets an equal logit where the wedge begins, or the boundary (%s)', (kind) => {
    for (let chosen = 0; chosen < 9; chosen++) {
      const state = { ...start, kind, chosen };
      const { direction, boundary, wedge } = wayOf(state, classQuantities(state));
      const angle = start.vectors[classOf(chosen)]! + direction * (wedge?.from ?? boundary!);
      const there = classQuantities({ ...state, samples: state.samples.with(chosen, angle) });
      const own = there.logits[classOf(chosen)]!;
      const others = there.logits.filter((_, k) => k !== classOf(chosen));
      expect(Math.abs(own - Math.max(...others))).toBeLessThan(0.3);
    }
  });

  test('has no boundary where all class vectors are one', () => {
    const state = { ...start, kind: 'arcface' as const, vectors: [1, 1, 1] };
    expect(wayOf(state, classQuantities(state)).boundary).toBeUndefined();
  });

  test('shares are the softmax of the logits', () => {
    const { logits, shares, share } = classQuantities({ ...start, kind: 'cosface', scale: 3 });
    const total = logits.reduce((sum, logit) => sum + Math.exp(logit), 0);
    shares.forEach((each, k) => {
      expect(each).toBeCloseTo(Math.exp(logits[k]!) / total, 9);
    });
    expect(shares[classOf(start.chosen)]).toBeCloseTo(share, 9);
  });
});

describe('what is told', () => {
  test('an angle beyond π has the formula that goes on falling, and a sentence', () => {
    const vector = start.vectors[classOf(8)]!;
    const beyond = {
      ...start,
      kind: 'arcface' as const,
      chosen: 8,
      samples: start.samples.with(8, vector + 3),
    };
    expect(definition.variant(beyond)).toBe('beyond');
    expect(verdict(beyond, classQuantities(beyond))).toContain('θ + m is more than π');
    const { own } = classQuantities(beyond);
    expect(own).toBeCloseTo(Math.cos(3) - 0.5 * Math.sin(0.5), 9);
  });

  test('the text’s bound of a share: 0.45 and a loss of 0.80 for ten classes at scale 1', () => {
    const values = Float64Array.from([1, ...Array.from({ length: 9 }, () => -1)]);
    const { losses, shares } = classSoftmax(
      { values: Float64Array.of(1), rows: 1, dims: 1, own: [0] },
      { values, rows: 10, dims: 1 },
      { scale: 1 },
    );
    expect(shares[0]).toBeCloseTo(0.45, 2);
    expect(losses[0]).toBeCloseTo(0.8, 2);
    expect(shares[0]).toBeCloseTo(1 / (1 + 9 * Math.exp(-2)), 12);
  });

  test('angles survive an address, and bad ones are refused', () => {
    const { samples } = definition.settings;
    expect(samples.parse(samples.format(samples.initial))).toEqual(samples.initial);
    for (const bad of ['1_2', samples.format(samples.initial).replace('0.85', '7'), 'x']) {
      expect(samples.parse(bad)).toBeUndefined();
    }
    expect(definition.csv(start).split('\n')).toHaveLength(14);
  });
});
