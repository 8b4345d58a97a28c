import { afterEach, describe, expect, test, vi } from 'vitest';
import { isRemembered, parseDone, remember } from './doneChallenges.ts';

function storageOf(kept = new Map<string, string>()) {
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  };
}

afterEach(() => vi.unstubAllGlobals());

describe('what the device remembers of challenges', () => {
  test('is kept under one key, and can be forgotten', () => {
    const kept = new Map<string, string>();
    vi.stubGlobal('localStorage', storageOf(kept));
    remember('BatchMiner/there-and-back', true);
    remember('TripletForces/loss-is-margin', true);
    remember('TripletForces/loss-is-margin', true);
    expect(kept).toEqual(
      new Map([['challenges', '["BatchMiner/there-and-back","TripletForces/loss-is-margin"]']]),
    );
    expect(isRemembered('BatchMiner/there-and-back')).toBe(true);
    remember('BatchMiner/there-and-back', false);
    expect(isRemembered('BatchMiner/there-and-back')).toBe(false);
    expect(isRemembered('TripletForces/loss-is-margin')).toBe(true);
  });

  test('is nothing where the storage is closed, and that is no error', () => {
    const closed = () => {
      throw new Error('closed');
    };
    vi.stubGlobal('localStorage', { getItem: closed, setItem: closed });
    remember('BatchMiner/there-and-back', true);
    expect(isRemembered('BatchMiner/there-and-back')).toBe(false);
  });

  test.each([
    [null, []],
    ['not json', []],
    ['{"a":1}', []],
    ['["a", 1]', ['a']],
  ])('of the stored text %j is %j', (text, names) => expect(parseDone(text)).toEqual(names));
});
