import { LEVELS, type Recording } from './recordingFormat.ts';

/**
 * Where the digits of a recording lie at a step, row-major, nearly all from -1 to 1: as recorded at its
 * moments, and straight on between them.
 */
export function recordedPicture({ moments, labels, positions }: Recording, step: number) {
  const rows = labels.length;
  const found = moments.findLastIndex((moment) => moment.step <= step);
  const index = Math.min(Math.max(found, 0), moments.length - 2);
  const [from, to] = [moments[index]!.step, moments[index + 1]!.step];
  const share = Math.min(1, Math.max(0, (step - from) / (to - from)));
  const [before, after] = [index * 2 * rows, (index + 1) * 2 * rows];
  return Float32Array.from({ length: 2 * rows }, (_, k) => {
    const place = (k % 2) * rows + (k >> 1);
    const [a, b] = [positions[before + place]!, positions[after + place]!];
    return (a + share * (b - a)) / LEVELS;
  });
}
