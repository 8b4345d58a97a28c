import { expect, test } from 'vitest';
import { marginTerm, softplus } from './margin.ts';

test('the hinge opens beyond the margin, with slope 0 at its kink and 1 from there on', () => {
  const { loss, slope } = marginTerm(0.5);
  expect([-1, -0.5, -0.25, 0, 2].map(loss)).toEqual([0, 0, 0.25, 0.5, 2.5]);
  expect([-1, -0.5, -0.25, 0, 2].map(slope)).toEqual([0, 0, 1, 1, 1]);
});

test('the soft margin is ln(1 + eˣ), and its slope the logistic function', () => {
  const { loss, slope } = marginTerm('soft');
  for (const x of [-3, -0.5, 0, 0.5, 3]) {
    expect(loss(x)).toBeCloseTo(Math.log(1 + Math.exp(x)), 12);
    expect(slope(x)).toBeCloseTo((loss(x + 1e-6) - loss(x - 1e-6)) / 2e-6, 8);
  }
});

test('the soft margin neither overflows nor loses its digits', () => {
  expect(softplus(1000)).toBe(1000);
  expect(softplus(-40)).toBeCloseTo(Math.exp(-40), 30);
  expect(softplus(-40)).toBeGreaterThan(0);
});

test('a margin of 0 is fine; below it, or without an end, is none', () => {
  expect(marginTerm(0).loss(1)).toBe(1);
  for (const bad of [-0.1, Number.NaN, Number.POSITIVE_INFINITY])
    expect(() => marginTerm(bad)).toThrow(`a finite number of at least 0, not ${bad}`);
});
