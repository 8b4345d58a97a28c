import { chance } from '../faces/chance.ts';
import { curveThrough, flatten, type Point } from '../faces/curve.ts';
import type { Stroke } from '../digits/drawing/strokes.ts';
import type { Recipe, RecipeStroke } from './kind.ts';

/** How far a hand strays from a recipe: in half sides of it, radians, and shares of its size. */
const STRAY = { point: 0.22, stroke: 0.16, turn: 0.25, slant: 0.4, width: 0.25 } as const;
/** Of the drawing's longer side: as thin and as thick as pens on MNIST's digits. */
const PEN = { min: 0.1, max: 0.16 } as const;

/** Straight lines in a piece of a curve: more would not be seen in 28 pixels. */
const PIECES = 3;

/** A drawing before it is ink. */
export interface Drawn {
  readonly strokes: readonly Stroke[];
  /** Width of the pen as a share of the drawing's longer side. */
  readonly pen: number;
}

/** From -1 to 1, near 0 more often than not, as strays are. */
const strayOf = (seed: number, name: string) =>
  chance(seed, `${name} a`) - chance(seed, `${name} b`);

/** The seed of a numbered example of a numbered kind: neighbours are far apart. */
const seedOf = (kind: number, example: number) =>
  Math.floor(2 ** 31 * chance(kind, `example ${example}`));

const lineThrough = ({ points, smooth, closed }: RecipeStroke): readonly Point[] =>
  smooth
    ? flatten(curveThrough(points, closed), PIECES)
    : closed
      ? [...points, points[0]!]
      : points;

/** A numbered example of a kind: its recipe as an unsteady hand follows it. */
export function drawByHand(recipe: Recipe, kind: number, example: number): Drawn {
  const seed = seedOf(kind, example);
  const stray = (name: string, most: number) => most * strayOf(seed, name);
  const [turn, slant, width] = [
    stray('turn', STRAY.turn),
    stray('slant', STRAY.slant),
    1 + stray('width', STRAY.width),
  ];
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const laid = ([x, y]: Point) => {
    const leaning = width * x - slant * y;
    return { x: cos * leaning - sin * y, y: sin * leaning + cos * y };
  };
  const strokes = recipe.map((stroke, k) => {
    const [dx, dy] = ['x', 'y'].map((axis) => stray(`stroke ${k} ${axis}`, STRAY.stroke)) as [
      number,
      number,
    ];
    const points = stroke.points.map(
      ([x, y], p): Point => [
        x + dx + stray(`stroke ${k} point ${p} x`, STRAY.point),
        y + dy + stray(`stroke ${k} point ${p} y`, STRAY.point),
      ],
    );
    return lineThrough({ ...stroke, points }).map(laid);
  });
  return { strokes, pen: PEN.min + (PEN.max - PEN.min) * chance(seed, 'pen') };
}
