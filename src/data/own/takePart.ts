import { count, type LabelledVectors, labelVectors, MOST_SAMPLES } from './labelledVectors.ts';

/** The rows of a part of `most`: of each class the same share, evenly through the file, in its order. */
export function partOf(labels: Int32Array, most: number): Int32Array {
  const byClass = Int32Array.from(labels.keys()).sort((a, b) => labels[a]! - labels[b]! || a - b);
  const step = labels.length / most;
  return Int32Array.from(
    { length: most },
    (_, at) => byClass[Math.floor((at + 0.5) * step)]!,
  ).sort();
}

/** The samples themselves, or of too many as many as can be used, with a note. */
export function takePart(data: LabelledVectors): LabelledVectors {
  const { values, shape, labels, classes } = data;
  if (labels.length <= MOST_SAMPLES) return data;
  const size = count(shape);
  const rows = partOf(labels, MOST_SAMPLES);
  const part = values.slice(0, rows.length * size);
  rows.forEach((row, place) => {
    part.set(values.subarray(row * size, (row + 1) * size), place * size);
  });
  const [taken, all] = [MOST_SAMPLES, labels.length].map((many) => many.toLocaleString('en'));
  // A class of one may have no part.
  const names = Array.from(rows, (row) => classes[labels[row]!]!);
  return {
    ...data,
    ...labelVectors({ values: part, shape }, names),
    notes: [...data.notes, `Of ${all} samples ${taken} are used, the same share of each class.`],
  };
}
