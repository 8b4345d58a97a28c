import { describe, expect, test } from 'vitest';
import { initialState } from '#kit/figure/urlState.ts';
import { definition, shownTemperature, type SoftmaxState, takesTemperature } from './definition.ts';
import { verdictOf } from './verdict.ts';

const start = initialState<SoftmaxState>(definition.settings);
const verdict = (change: Partial<SoftmaxState>) => {
  const state = { ...start, ...change };
  return verdictOf(state, definition.measure(state));
};

describe('the definition of SoftmaxPull', () => {
  test('lets the temperature be set where the loss has one to set', () => {
    expect(takesTemperature(start)).toBe(true);
    expect(takesTemperature({ view: 'anchor', kind: 'soft' })).toBe(false);
    expect(takesTemperature({ view: 'pairs', kind: 'soft' })).toBe(true);
    expect(shownTemperature({ ...start, kind: 'soft' })).toBe(0.5);
    expect(shownTemperature({ ...start, kind: 'n-pair' })).toBe(1);
  });

  test('has the loss of what is shown', () => {
    const one = definition.measure(start);
    const pairs = definition.measure({ ...start, view: 'pairs' });
    expect(one.loss).toBe(one.pull.loss);
    expect(pairs.loss).toBe(pairs.pairs.loss);
    expect(pairs.loss).not.toBe(one.loss);
  });

  test('says who is pushed', () => {
    expect(verdict({ temperature: 0.01 })).toMatch(/as if it had been mined/);
    expect(verdict({ temperature: 10 })).toMatch(/nearly alike/);
    expect(verdict({})).toMatch(/^The nearest negative takes \d\d\s% of the push/);
    expect(verdict({ kind: 'supcon', positive: 84 })).toMatch(/is pushed away/);
    expect(verdict({ kind: 'hardest', margin: 0 })).toMatch(/no force/);
  });

  test('saves what is seen', () => {
    expect(definition.csv(start, definition.measure(start))).toContain('negative5,2,');
    const pairs: SoftmaxState = { ...start, view: 'pairs' };
    expect(definition.csv(pairs, definition.measure(pairs))).toMatch(/^picture,caption,/);
  });
});
