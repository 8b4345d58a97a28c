import { chance } from '../faces/chance.ts';
import type { Point } from '../faces/curve.ts';

/** One movement of the pen: through points, as a chain of straight lines or as a smooth curve. */
export interface RecipeStroke {
  readonly points: readonly Point[];
  readonly smooth: boolean;
  /** Back to where it began. */
  readonly closed: boolean;
}

/** How a kind of glyph is drawn, within a square from -1 to 1; y points down. */
export type Recipe = readonly RecipeStroke[];

const MOST_STROKES = 4;
/** Shorter than this is a blot beside the width of the pen. */
const SHORTEST = 0.7;
/** So often a stroke begins on one that is already there: what hands invent hangs together. */
const JOINED = 0.7;
const TRIES = 12;

type Draw = (name: string) => number;

const between = (share: number, min: number, max: number) => min + share * (max - min);

const place = (draw: Draw, name: string): Point => [
  between(draw(`${name} x`), -1, 1),
  between(draw(`${name} y`), -1, 1),
];

const distance = ([ax, ay]: Point, [bx, by]: Point) => Math.hypot(bx - ax, by - ay);

/** A place far enough from another to be a stroke of its own; the last try stands. */
function placeApart(draw: Draw, name: string, from: Point): Point {
  let found: Point = [0, 0];
  for (let attempt = 0; attempt < TRIES; attempt++) {
    found = place(draw, `${name} ${attempt}`);
    if (distance(found, from) >= SHORTEST) break;
  }
  return found;
}

/** Through so many places, each apart from the one before it. */
function chainFrom(draw: Draw, start: Point, count: number): Point[] {
  const points = [start];
  for (let k = 1; k < count; k++) points.push(placeApart(draw, `point ${k}`, points.at(-1)!));
  return points;
}

/** A bow from one place to another: how far it swells to a side is up to chance. */
function arcFrom(draw: Draw, start: Point): Point[] {
  const end = placeApart(draw, 'end', start);
  const side = draw('side') < 0.5 ? -1 : 1;
  const swell = side * between(draw('swell'), 0.25, 0.6);
  const [dx, dy] = [end[0] - start[0], end[1] - start[1]];
  const at = (t: number): Point => {
    const height = swell * 4 * t * (1 - t);
    return [start[0] + t * dx - height * dy, start[1] + t * dy + height * dx];
  };
  return [0, 0.25, 0.5, 0.75, 1].map(at);
}

/** Around an ellipse that may lean, from a place on it. */
function loopFrom(draw: Draw, start: Point): Point[] {
  const [wide, high] = [between(draw('wide'), 0.25, 0.75), between(draw('high'), 0.25, 0.75)];
  const [lean, first] = [Math.PI * draw('lean'), 2 * Math.PI * draw('first')];
  const at = (k: number): Point => {
    const angle = first + (k * Math.PI) / 4;
    const [x, y] = [wide * Math.cos(angle), high * Math.sin(angle)];
    return [x * Math.cos(lean) - y * Math.sin(lean), x * Math.sin(lean) + y * Math.cos(lean)];
  };
  const [x, y] = at(0);
  return Array.from({ length: 8 }, (_, k) => [start[0] + at(k)[0] - x, start[1] + at(k)[1] - y]);
}

type Shape = (draw: Draw, start: Point) => RecipeStroke;

const open = (points: readonly Point[], smooth: boolean): RecipeStroke => ({
  points,
  smooth,
  closed: false,
});

/** What a pen does in one go. */
const SHAPES: readonly Shape[] = [
  (draw, start) => open(chainFrom(draw, start, 2), false),
  (draw, start) => open(arcFrom(draw, start), true),
  (draw, start) => open(chainFrom(draw, start, 3 + Math.floor(2 * draw('corners'))), false),
  (draw, start) => open(chainFrom(draw, start, 3 + Math.floor(2 * draw('bends'))), true),
  (draw, start) => ({ points: loopFrom(draw, start), smooth: true, closed: true }),
];

/** The recipe of a numbered kind: one to four strokes. The same on every machine. */
export function createRecipe(kind: number): Recipe {
  const count = 1 + Math.floor(MOST_STROKES * chance(kind, 'strokes'));
  const strokes: RecipeStroke[] = [];
  for (let k = 0; k < count; k++) {
    const draw: Draw = (name) => chance(kind, `stroke ${k}: ${name}`);
    const before = strokes.flatMap(({ points }) => points);
    const joined = before.length > 0 && draw('joined') < JOINED;
    const start = joined
      ? before[Math.floor(draw('where') * before.length)]!
      : place(draw, 'start');
    strokes.push(SHAPES[Math.floor(draw('shape') * SHAPES.length)]!(draw, start));
  }
  return strokes;
}
