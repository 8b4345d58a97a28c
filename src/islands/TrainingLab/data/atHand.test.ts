import { describe, expect, test } from 'vitest';
import { MNIST } from '#data/digits/digitSource.ts';
import { missingFrom } from './atHand.ts';

const own = { reference: { source: 'own', id: 'a' } } as const;

describe('what a run is to begin with', () => {
  test('is at hand where it comes with the page, or was brought along', () => {
    expect(missingFrom({ data: 'digits', weights: 'seed' }, MNIST, false)).toBeUndefined();
    expect(missingFrom({ data: 'digits', weights: 'seed' }, own, false)).toBeUndefined();
    expect(missingFrom({ data: 'own', weights: 'saved' }, own, true)).toBeUndefined();
  });

  test('is replaced by what is at hand where only the sender of a link has it, with a word', () => {
    expect(missingFrom({ data: 'own', weights: 'seed' }, MNIST, false)).toEqual({
      instead: { data: 'digits' },
      problem: expect.stringContaining('files of its sender'),
    });
    expect(missingFrom({ data: 'faces', weights: 'saved' }, own, false)).toEqual({
      instead: { data: 'own', weights: 'seed' },
      problem: expect.stringMatching(/chapter on faces.*begins from its seed/),
    });
  });
});
