import type { Random } from '#metric/random.ts';

/** Hands numbers on and keeps them. */
export function recorded(random: Random): { readonly random: Random; readonly draws: number[] } {
  const draws: number[] = [];
  return {
    draws,
    random() {
      const drawn = random();
      draws.push(drawn);
      return drawn;
    },
  };
}

/**
 * Hands out again what was drawn before. A pair at the edge of its margin may count in one precision and not
 * in the other: what is drawn beyond is the middle.
 */
export function replayed(draws: ArrayLike<number>): Random {
  let at = 0;
  return () => draws[at++] ?? 0.5;
}

/** A source of numbers, and what it is about to give. */
export interface Foreseen {
  readonly random: Random;
  /** The next numbers, which are drawn all the same afterwards. */
  ahead(count: number): Float64Array;
}

export function foreseen(source: Random): Foreseen {
  let known: number[] = [];
  let at = 0;
  return {
    random: () => (at < known.length ? known[at++]! : source()),
    ahead(count) {
      known = known.slice(at);
      at = 0;
      while (known.length < count) known.push(source());
      const next = new Float64Array(count);
      for (let i = 0; i < count; i++) next[i] = known[i]!;
      return next;
    },
  };
}
