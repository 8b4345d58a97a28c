import { createRandom } from '#metric/random.ts';

/** Pictures of people around middles of their own, all of it as small as `scale` says. */
export function crowdOfPeople(seed: number, scale: number) {
  const random = createRandom(seed);
  const [people, pictures] = [20, 4];
  const rows = people * pictures;
  const identities = Int32Array.from({ length: rows }, (_, row) => Math.floor(row / pictures));
  const middles = Array.from({ length: 2 * people }, () => random());
  const values = Float32Array.from(
    { length: 2 * rows },
    (_, i) => scale * (middles[2 * identities[i >> 1]! + (i % 2)]! + 0.2 * random()),
  );
  return { values, rows, dims: 2, identities };
}
