import { dotsPath } from '../plane/svgPath.ts';

/**
 * The digits of one class as an SVG path of dots, for the page as it is built. Places are row-major. Of
 * one colour they may come in any order: sorted, the steps between them are short, and so is the path.
 */
export const classDots = (
  places: ArrayLike<number>,
  labels: ArrayLike<number>,
  digit: number,
): string =>
  dotsPath(
    Array.from(labels)
      .flatMap((label, row) =>
        label === digit ? [{ x: places[2 * row]!, y: places[2 * row + 1]! }] : [],
      )
      .sort((a, b) => a.y - b.y || a.x - b.x),
  );
