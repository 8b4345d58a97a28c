import { type Random, randomIndex } from '#metric/random.ts';

/** Keeps at most so many of what it is given, each as likely as any other (Vitter's algorithm R). */
export function createReservoir<T>(most: number, random: Random) {
  const kept: T[] = [];
  let seen = 0;
  return {
    /** `make` is only called for what is kept. */
    offer(make: () => T): void {
      seen++;
      if (kept.length < most) kept.push(make());
      else {
        const place = randomIndex(random, seen);
        if (place < most) kept[place] = make();
      }
    },
    kept: (): readonly T[] => kept,
    seen: (): number => seen,
  };
}
