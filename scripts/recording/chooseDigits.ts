import type { LabelledImages } from '#data/digits/digitFormat.ts';

const CLASSES = 10;

/**
 * The first `perClass` images of each digit, dealt round: 0, 1, …, 9, 0, 1, … so that whoever
 * draws them in order hides no class behind another.
 */
export function chooseDigits({ images, labels }: LabelledImages, perClass: number): LabelledImages {
  const pixels = images.length / labels.length;
  const rows = Array.from({ length: CLASSES }, (_, digit) =>
    Array.from(labels.keys())
      .filter((row) => labels[row] === digit)
      .slice(0, perClass),
  );
  const chosen = Array.from({ length: perClass }, (_, index) =>
    rows.map((ofDigit, digit) => {
      const row = ofDigit[index];
      if (row === undefined) throw new RangeError(`there are no ${perClass} images of ${digit}`);
      return row;
    }),
  ).flat();
  const result = new Uint8Array(chosen.length * pixels);
  chosen.forEach((row, index) => {
    result.set(images.subarray(row * pixels, (row + 1) * pixels), index * pixels);
  });
  return { images: result, labels: Uint8Array.from(chosen, (row) => labels[row]!) };
}
