import type { LabelledImages } from '#data/digits/digitFormat.ts';

const CLASSES = 10;

/** The rows of the first `perClass` of each digit, dealt round: 0, 1, …, 9, 0, 1, … */
export function chooseRows(labels: ArrayLike<number>, perClass: number): number[] {
  const rows = Array.from({ length: CLASSES }, (_, digit) =>
    Array.from(labels, (label, row) => (label === digit ? row : -1))
      .filter((row) => row >= 0)
      .slice(0, perClass),
  );
  return Array.from({ length: perClass }, (_, index) =>
    rows.map((ofDigit, digit) => {
      const row = ofDigit[index];
      if (row === undefined) throw new RangeError(`there are no ${perClass} images of ${digit}`);
      return row;
    }),
  ).flat();
}

/**
 * The first `perClass` images of each digit, dealt round so that whoever draws them in order hides no
 * class behind another.
 */
export function chooseDigits({ images, labels }: LabelledImages, perClass: number): LabelledImages {
  const pixels = images.length / labels.length;
  const chosen = chooseRows(labels, perClass);
  const result = new Uint8Array(chosen.length * pixels);
  chosen.forEach((row, index) => {
    result.set(images.subarray(row * pixels, (row + 1) * pixels), index * pixels);
  });
  return { images: result, labels: Uint8Array.from(chosen, (row) => labels[row]!) };
}
