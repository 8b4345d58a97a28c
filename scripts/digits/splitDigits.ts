import type { Digits, LabelledImages } from '#data/digits/digitFormat.ts';
import { createRandom, type Random } from '#metric/random.ts';
import { PIXELS, SIDE } from './readPackagedDigits.ts';

interface Sample {
  readonly image: Uint8Array;
  readonly label: number;
}

/** A shuffled copy (Fisher and Yates). */
function shuffled<T>(items: readonly T[], random: Random): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other]!, result[last]!];
  }
  return result;
}

/** Shares `total` out in proportion to `sizes`; the largest remainders get what rounding leaves. */
function shareOut(sizes: readonly number[], total: number): number[] {
  const sum = sizes.reduce((a, b) => a + b, 0);
  const exact = sizes.map((size) => (size * total) / sum);
  const shares = exact.map(Math.floor);
  const left = total - shares.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) shares[index]!++;
  return shares;
}

function gather(samples: readonly Sample[]): LabelledImages {
  const images = new Uint8Array(samples.length * PIXELS);
  samples.forEach(({ image }, index) => {
    images.set(image, index * PIXELS);
  });
  return { images, labels: Uint8Array.from(samples, ({ label }) => label) };
}

/**
 * Splits the images of each class into training and held-out digits, every class in the same
 * proportion (to within one digit), both parts shuffled; the same seed gives the same split.
 */
export function splitDigits(
  classes: readonly (readonly Uint8Array[])[],
  { heldOut, seed }: { heldOut: number; seed: number },
): Digits {
  const random = createRandom(seed);
  const shares = shareOut(
    classes.map((images) => images.length),
    heldOut,
  );
  const perClass = classes.map((images, label) =>
    shuffled(images, random).map((image): Sample => ({ image, label })),
  );
  const part = (of: (samples: Sample[], share: number) => Sample[]) =>
    gather(
      shuffled(
        perClass.flatMap((samples, label) => of(samples, shares[label]!)),
        random,
      ),
    );
  return {
    height: SIDE,
    width: SIDE,
    training: part((samples, share) => samples.slice(share)),
    heldOut: part((samples, share) => samples.slice(0, share)),
  };
}
