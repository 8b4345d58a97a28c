import type { Point } from '#kit/plane/point.ts';

/** Where the cells of the distance matrix are, in the pixels of its drawing. */
export interface MatrixLayout {
  readonly rows: number;
  readonly cell: number;
  /** The start of a row or column; between two classes there is a gap. */
  start(index: number): number;
  /** The row or column at a place of the drawing; undefined outside, and in a gap the nearer. */
  indexAt(place: number): number | undefined;
}

export const MATRIX_SIZE = 480;
/** Room for the classes' digits. */
export const HEADER = 30;
const CLASS_GAP = 6;
/** Room for the outlines at the far edges. */
const EDGE = 3;

/** The matrix is shaded in so many steps, from coincident points to this distance and beyond. */
export const SHADES = 10;
const FARTHEST = 2;

export function createMatrixLayout(p: number, k: number): MatrixLayout {
  const rows = p * k;
  const cell = (MATRIX_SIZE - HEADER - EDGE - (p - 1) * CLASS_GAP) / rows;
  const start = (index: number) => HEADER + index * cell + Math.floor(index / k) * CLASS_GAP;
  return {
    rows,
    cell,
    start,
    indexAt(place) {
      if (place < HEADER || place > MATRIX_SIZE) return undefined;
      let index = 0;
      while (index + 1 < rows && place >= start(index + 1) - 1) index++;
      return index;
    },
  };
}

/** 0 for coincident points, SHADES - 1 for those at the farthest distance or beyond. */
export const shadeOf = (distance: number, squared: boolean): number =>
  Math.min(
    SHADES - 1,
    Math.floor(((squared ? Math.sqrt(distance) : distance) / FARTHEST) * SHADES),
  );

/** For each shade one path of all its cells. */
export function shadePaths(
  { rows, cell, start }: MatrixLayout,
  distances: Float64Array,
  squared: boolean,
): readonly string[] {
  const side = (cell - 1).toFixed(2);
  const paths = Array.from({ length: SHADES }, () => '');
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < rows; column++) {
      const shade = shadeOf(distances[row * rows + column]!, squared);
      paths[shade] +=
        `M${start(column).toFixed(2)},${start(row).toFixed(2)}h${side}v${side}h-${side}z`;
    }
  return paths;
}

/** A ring (for positives) or a diamond (for negatives) in each of the cells of a row. */
export function markPath(
  { cell, start }: MatrixLayout,
  row: number,
  columns: readonly number[],
  shape: 'ring' | 'diamond',
): string {
  const r = Math.min(9, cell * 0.3);
  const centre = (index: number) => start(index) + (cell - 1) / 2;
  return columns
    .map((column) => {
      const { x, y }: Point = { x: centre(column), y: centre(row) };
      return shape === 'diamond'
        ? `M${x},${y - r}L${x + r},${y}L${x},${y + r}L${x - r},${y}z`
        : `M${x - r},${y}a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0z`;
    })
    .join('');
}
