import { describe, expect, test } from 'vitest';
import { GUESS_CHART, type GuessAxes, guessedAt, guessScales } from './guessChart.ts';

const axes = (scale: 'linear' | 'log', domain: readonly [number, number]): GuessAxes => ({
  steps: [0, 50, 150],
  isStartKnown: true,
  y: { label: 'size', domain, scale },
});

describe('the scales of a guessed curve', () => {
  test.each([axes('linear', [0, 1]), axes('log', [0.001, 1])])(
    'lead from a value to its height and back',
    (of) => {
      const { toY, toValue } = guessScales(of);
      for (const value of [0.002, 0.1, 0.9]) expect(toValue(toY(value))).toBeCloseTo(value, 9);
    },
  );

  test('give powers of ten the same distance on a logarithmic axis', () => {
    const { toY, ticks } = guessScales(axes('log', [0.001, 1]));
    expect(ticks.y.map((tick) => Math.log10(tick))).toEqual(
      [-3, -2, -1, 0].map((n) => expect.closeTo(n, 9)),
    );
    expect(toY(0.01) - toY(0.1)).toBeCloseTo(toY(0.1) - toY(1), 9);
  });

  test('keep what is off the scale at its edge', () => {
    const { toX, toY, toValue } = guessScales(axes('linear', [0, 1]));
    expect(toY(7)).toBe(toY(1));
    expect(toValue(-100)).toBe(1);
    expect(toValue(GUESS_CHART.height + 100)).toBe(0);
    expect(toX(1000)).toBe(toX(150));
  });

  test('refuse a logarithmic axis down to 0', () => {
    expect(() => guessScales(axes('log', [0, 1]))).toThrow('begins above 0, not at 0');
  });
});

test('a guessed curve is straight between its dots', () => {
  const [steps, values] = [
    [0, 50, 150],
    [1, 0.5, 0.1],
  ];
  expect(guessedAt(steps!, values!, 0)).toBe(1);
  expect(guessedAt(steps!, values!, 25)).toBe(0.75);
  expect(guessedAt(steps!, values!, 50)).toBe(0.5);
  expect(guessedAt(steps!, values!, 100)).toBeCloseTo(0.3, 12);
  expect(guessedAt(steps!, values!, 150)).toBeCloseTo(0.1, 12);
});
