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

/** Hands out again what was drawn before. */
export function replayed(draws: ArrayLike<number>): Random {
  let at = 0;
  return () => draws[at++]!;
}
