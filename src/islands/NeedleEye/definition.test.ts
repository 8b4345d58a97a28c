import { describe, expect, test } from 'vitest';
import { initialState, readState, writeState } from '#kit/figure/urlState.ts';
import { EMPTY_HISTORY } from '#training/run/history.ts';
import { validateConfig } from '#training/config.ts';
import { createDefinition, type EyeState, settings, tableOf } from './definition.ts';
import { liveSide } from './liveSide.ts';
import { pictureOf } from '#kit/scatter/principalPicture.ts';
import { configOf, DISTANCES } from './runs.ts';
import { readingAt, type Side } from './side.ts';
import { leftText, millisecondsLeft } from '#training/race/timeLeft.ts';
import { needleWord, sizeText, verdictOf } from './verdict.ts';

const initial = initialState<EyeState>(settings);
const curve = (...values: number[]) => values.map((value, k) => ({ step: 10 * k, value }));
const side = (spread: number): Side => ({
  sizes: curve(spread, spread / 2),
  ratios: curve(0.5, 0.6),
  shares: curve(0.4, 0.3),
  accuracies: curve(0.7),
});
const sides = { squared: side(0.4), plain: side(0.5) };

describe('the figure', () => {
  test('knows of the eye before the recordings arrive, and of nothing else', () => {
    const { measure } = createDefinition({ sides: () => undefined, isMoving: () => false });
    expect(measure(initial).plain.ratio).toBeCloseTo(1, 1);
    expect(measure({ ...initial, step: 0 }).plain.ratio).toBeUndefined();
    expect(measure({ ...initial, dims: 2 }).plain.ratio).toBeUndefined();
  });

  test('reads both runs at one step', () => {
    const { measure } = createDefinition({ sides: () => sides, isMoving: () => false });
    expect(measure({ ...initial, step: 14 })).toMatchObject({
      step: 14,
      squared: { spread: 0.2, ratio: 0.6, knnAccuracy: 0.7 },
      plain: { spread: 0.25, shrinkShare: 0.3 },
    });
  });

  test('is silent while it moves by itself', () => {
    const spokenWhile = (moves: boolean) => {
      const { spoken, measure } = createDefinition({ sides: () => sides, isMoving: () => moves });
      return spoken(initial, measure(initial));
    };
    expect(spokenWhile(true)).toBe('');
    expect(spokenWhile(false)).toContain('plain has its order wrong');
  });

  test('survives the way through an address, and says what a wrong one should be', () => {
    const state: EyeState = { step: 120, dims: 3, optimiser: 'sgd', seed: 8 };
    const address = writeState('https://article.test/', 'NeedleEye', settings, state);
    expect(readState(new URL(address).searchParams, 'NeedleEye', settings)).toEqual({
      state,
      problems: [],
    });
    const wrong = readState(new URLSearchParams('NeedleEye.dims=4'), 'NeedleEye', settings);
    expect(wrong.state).toEqual(initial);
    expect(wrong.problems[0]).toContain('2 or 3 or 16 or 32');
  });

  test('trains, whatever is chosen, what can be trained', () => {
    for (const distance of DISTANCES)
      for (const dims of [2, 3, 16, 32] as const)
        for (const optimiser of ['adam', 'sgd'] as const)
          expect(() =>
            validateConfig(configOf(distance, { dims, optimiser, seed: 1 })),
          ).not.toThrow();
  });

  test('has a line for each measured step of either run in its table', () => {
    expect(tableOf(undefined)).toBeUndefined();
    expect(tableOf(sides)!.trim().split('\n')).toEqual([
      'distance,step,spread,ratio,shrinkShare,knnAccuracy',
      'squared,0,0.4,0.5,0.4,0.7',
      'squared,10,0.2,0.6,0.3,0.7',
      'plain,0,0.5,0.5,0.4,0.7',
      'plain,10,0.25,0.6,0.3,0.7',
    ]);
  });
});

describe('a run that is trained here', () => {
  test('has its forces where they were measured: before the step', () => {
    const point = (step: number, shrinkShare: number) => ({
      step,
      loss: 0.2,
      activeShare: 1,
      force: { shrinkShare, orderRatio: 2 * shrinkShare, spread: 0.4 },
    });
    const evaluations = [{ step: 0, recallAt1: 0.6, knnAccuracy: 0.7, spread: 0.5 }];
    const steps = [point(1, 0.3), { step: 2, loss: 0.2, activeShare: 1 }, point(11, 0.2)];
    const frame = (step: number, radius: number) => ({
      step,
      embedding: Float32Array.of(radius, 0, -radius, 0),
    });
    const live = liveSide({
      history: { steps, evaluations },
      frames: [frame(0, 0.5), frame(10, 0.25)],
      heldOut: { labels: Uint8Array.of(0, 1), images: undefined },
    });
    expect(live).toEqual({
      sizes: curve(0.5, 0.25),
      ratios: curve(0.6, 0.4).map(({ step, value }) => ({ step, value: expect.closeTo(value) })),
      shares: curve(0.3, 0.2),
      accuracies: [{ step: 0, value: 0.7 }],
    });
    expect(liveSide({ history: EMPTY_HISTORY, frames: [] }).ratios).toEqual([]);
  });

  test('tells no accuracy that was judged long before', () => {
    expect(readingAt(side(0.5), 99).knnAccuracy).toBe(0.7);
    expect(readingAt(side(0.5), 100).knnAccuracy).toBeUndefined();
  });

  test('says how long it takes from how long it took', () => {
    expect(millisecondsLeft({ at: 1000, step: 100 }, { at: 3000, step: 300 }, 1500)).toBe(12_000);
    expect(
      millisecondsLeft({ at: 1000, step: 100 }, { at: 3000, step: 100 }, 1500),
    ).toBeUndefined();
    expect([1200, 42_000, 240_000].map(leftText)).toEqual([
      'about 5 s left',
      'about 40 s left',
      'about 4 min left',
    ]);
  });
});

describe('a picture', () => {
  test('of a cloud and of the same cloud a thousand times smaller is the same', () => {
    const values = Float32Array.from({ length: 60 }, (_, i) => Math.sin(7 * i) * (1 + (i % 3)));
    const large = pictureOf(values, 3);
    const small = pictureOf(
      values.map((value) => value / 1000),
      3,
      large.points,
    );
    expect(small.half).toBeCloseTo(large.half / 1000, 6);
    for (const [i, value] of small.points.entries()) expect(value).toBeCloseTo(large.points[i]!, 3);
  });

  test('of a single point is in its middle', () => {
    expect([...pictureOf(new Float32Array(8).fill(0.5), 2).points]).toEqual(Array(8).fill(0));
  });
});

describe('what is said of a step', () => {
  const reading = (spread: number, ratio: number, shrinkShare: number) => ({
    spread,
    ratio,
    shrinkShare,
    knnAccuracy: 0.9,
  });
  const whole = reading(0.5, 0.56, 0.3);
  const down = reading(0.0124, 0.64, 0.34);
  const inOrder = reading(0.0121, 1.02, 0);
  const out = reading(0.92, 2.7, -0.05);

  test('is where either run is between shrinking, sorting and coming out', () => {
    expect(verdictOf({ step: 0, squared: whole, plain: whole })).toBe(
      'Step 0: plain has its order wrong (ratio 0.56) and shrinks, at a size of 0.50; squared has its order wrong (ratio 0.56) and shrinks, at a size of 0.50.',
    );
    expect(verdictOf({ step: 470, squared: down, plain: inOrder })).toBe(
      'Step 470: plain has its order right (ratio 1.02) while its size is only 0.012; squared is down to 0.012 with its order still wrong (ratio 0.64).',
    );
    expect(verdictOf({ step: 1500, squared: down, plain: out })).toContain(
      'Step 1,500: plain is through: its order is right (ratio 2.70) at a size of 0.92;',
    );
  });

  test('is nothing while nothing is known', () => {
    const unknown = {
      spread: undefined,
      ratio: undefined,
      shrinkShare: undefined,
      knnAccuracy: undefined,
    };
    expect(verdictOf({ step: 3, squared: unknown, plain: unknown })).toBe('');
    expect(needleWord(undefined)).toBe('');
  });

  test('has sizes to two figures, and a word for where the needle points', () => {
    expect([0.5005, 0.0124, 0.00601, 0].map(sizeText)).toEqual(['0.50', '0.012', '0.0060', '0.0']);
    expect([0.3, 0.004, -0.02].map(needleWord)).toEqual(['shrinks', 'keeps its size', 'grows']);
  });
});
