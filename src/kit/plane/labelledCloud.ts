import { createRandom, type Random } from '#metric/random.ts';
import type { LabelledPoint } from './labelledPoint.ts';
import { length, type Point, subtract } from './point.ts';

export interface CloudOptions {
  readonly labels: readonly number[];
  readonly perClass: number;
  /** How far the middles of the classes are from the origin, evenly around it. */
  readonly apart: number;
  /** The radius of the disc that a class is scattered over. */
  readonly radius: number;
  readonly seed: number;
}

/** Of so many random places a point takes the emptiest, so that every point can be seen and taken. */
const CANDIDATES = 12;

const round = (value: number) => Math.round(value * 1000) / 1000;

function placeInDisc(random: Random, middle: Point, radius: number): Point {
  const r = radius * Math.sqrt(random());
  const angle = 2 * Math.PI * random();
  return { x: middle.x + r * Math.cos(angle), y: middle.y + r * Math.sin(angle) };
}

function emptiestPlace(points: readonly Point[], candidates: readonly Point[]): Point {
  const room = (at: Point) => Math.min(...points.map((point) => length(subtract(point, at))));
  return candidates.reduce((a, b) => (room(b) > room(a) ? b : a));
}

/** Scattered classes, the mean of each at its own middle (up to rounding). One seed, one cloud. */
export function labelledCloud(options: CloudOptions): readonly LabelledPoint[] {
  const { labels, perClass, apart, radius, seed } = options;
  const random = createRandom(seed);
  const middles = labels.map((_, k): Point => {
    const angle = Math.PI / 2 + (2 * Math.PI * k) / labels.length;
    return { x: apart * Math.cos(angle), y: apart * Math.sin(angle) };
  });
  const points: LabelledPoint[] = [];
  for (let n = 0; n < perClass; n++) {
    labels.forEach((label, k) => {
      const candidates = Array.from({ length: CANDIDATES }, () =>
        placeInDisc(random, middles[k]!, radius),
      );
      points.push({ ...emptiestPlace(points, candidates), label });
    });
  }
  return points.map((point) => {
    const own = points.filter(({ label }) => label === point.label);
    const middle = middles[labels.indexOf(point.label)]!;
    const shift = (axis: 'x' | 'y') =>
      middle[axis] - own.reduce((sum, other) => sum + other[axis], 0) / own.length;
    return { x: round(point.x + shift('x')), y: round(point.y + shift('y')), label: point.label };
  });
}
