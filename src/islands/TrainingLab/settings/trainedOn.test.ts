import { describe, expect, test } from 'vitest';
import { toggleClass, trainedOn } from './trainedOn.ts';

describe('the classes that are trained on', () => {
  test('lose one and get it back, and a batch of all of them stays one', () => {
    const without = toggleClass({ classes: 'all', p: 10 }, 3, 10);
    expect(without).toEqual({ classes: [0, 1, 2, 4, 5, 6, 7, 8, 9], p: 9 });
    expect(toggleClass(without, 3, 10)).toEqual({ classes: 'all', p: 10 });
  });

  test('leave a smaller P alone unless it no longer fits', () => {
    expect(toggleClass({ classes: 'all', p: 4 }, 0, 10).p).toBe(4);
    expect(toggleClass({ classes: [1, 2, 3], p: 3 }, 3, 10)).toEqual({ classes: [1, 2], p: 2 });
  });

  test('are two at least', () => {
    expect(toggleClass({ classes: [1, 2], p: 2 }, 2, 10)).toEqual({ classes: [1, 2], p: 2 });
    expect(trainedOn({ classes: 'all' }, 3)).toEqual([0, 1, 2]);
  });
});
