import { describe, expect, it } from 'vitest';
import { shortGroups } from './joinGroups.ts';

const groups = (...parts: string[]) => shortGroups(parts.map((part) => [...part]));

describe('what is kept on one line', () => {
  it('is a short group that several parts hold', () => {
    expect(groups('y+', '(1−', 'y)d')).toEqual([[1, 2]]);
    expect(groups('∥f(a)−', 'f(p)∥2−', '∥f(a)−', 'f(n)∥2')).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it('is not a group that one part holds, nor a long one, but what is short within it', () => {
    expect(groups('f(a)+', 'f(p)')).toEqual([]);
    expect(groups('max(0,m+', '(a−', 'p)+', '∥u∥+', 'v+', 'w)')).toEqual([[1, 2]]);
    expect(groups('a long way before a group (a−', 'b)')).toEqual([]);
  });

  it('is nothing where a bracket stays open, or closes what was never opened', () => {
    expect(groups('(a+', 'b')).toEqual([]);
    expect(groups('a)+', 'b')).toEqual([]);
    expect(groups('[a,', 'b)')).toEqual([]);
  });
});
