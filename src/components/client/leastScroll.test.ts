import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWithin, leastScroll, type Span } from './leastScroll.ts';

const view = { top: 64, bottom: 780 };

describe('the least scroll', () => {
  test('is none where everything is in view', () => {
    expect(leastScroll(view, { top: 64, bottom: 400 }, { top: 700, bottom: 780 })).toBe(0);
  });

  test('goes down to a figure below, and up to one above', () => {
    expect(leastScroll(view, { top: 700, bottom: 1000 })).toBe(220);
    expect(leastScroll(view, { top: -300, bottom: 0 })).toBe(-364);
  });

  test('is undefined where a phrase and its figure do not fit together', () => {
    expect(leastScroll(view, { top: -2000, bottom: -1980 }, { top: 0, bottom: 400 })).toBe(
      undefined,
    );
  });

  test('brings everything into view, and nothing less would', () => {
    const span = fc
      .tuple(fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: 0, max: 800 }))
      .map(([top, height]): Span => ({ top, bottom: top + height }));
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 3 }), (spans) => {
        const by = leastScroll(view, ...spans);
        const seenAt = (scroll: number) =>
          isWithin(
            view,
            ...spans.map(({ top, bottom }) => ({ top: top - scroll, bottom: bottom - scroll })),
          );
        if (by === undefined) return;
        expect(seenAt(by)).toBe(true);
        if (by !== 0) expect(seenAt(by - Math.sign(by))).toBe(false);
      }),
    );
  });
});
