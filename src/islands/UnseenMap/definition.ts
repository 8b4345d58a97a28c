import { POPULATIONS } from '#data/faces/population.ts';
import { toCsv } from '#kit/files/csv.ts';
import { formatPercent } from '#kit/figure/numberFormat.ts';
import type { Point } from '#kit/plane/point.ts';
import { choiceSetting, integerSetting, type Setting } from '#kit/figure/settings.ts';
import type { FigureDefinition } from '#kit/figure/useFigure.ts';
import still from './still.json' with { type: 'json' };

export type MapSource = 'raw' | 'pretrained';

/** A picture of one of the people shown: PICTURES of each, person after person. */
export const PEOPLE = 24;
export const PICTURES = 4;

export interface MapState {
  readonly source: MapSource;
  /** Whose pictures stand out. */
  readonly person: number | 'none';
}

/** The pictures along the two principal axes, and the shares of all variance that these hold. */
export interface FaceMap {
  readonly points: readonly Point[];
  readonly shares: readonly [number, number];
}

const read = ({ points, shares }: { points: number[][]; shares: number[] }): FaceMap => ({
  points: points.map(([x = 0, y = 0]) => ({ x, y })),
  shares: [shares[0] ?? 0, shares[1] ?? 0],
});

export const MAPS: Readonly<Record<MapSource, FaceMap>> = {
  raw: read(still.raw),
  pretrained: read(still.pretrained),
};

export const personOf = (index: number): number => Math.floor(index / PICTURES);

/** Whom a point shows: the number of a test person and of one of their pictures. */
export const faceOf = (index: number) => ({
  identity: POPULATIONS.test.first + personOf(index),
  picture: index % PICTURES,
});

/** The middle of a person's pictures. */
export function middleOf(points: readonly Point[], person: number): Point {
  const own = points.slice(person * PICTURES, (person + 1) * PICTURES);
  const mean = (axis: 'x' | 'y') => own.reduce((sum, point) => sum + point[axis], 0) / own.length;
  return { x: mean('x'), y: mean('y') };
}

/** The map in drawing units: as large as fits into a square of `size`, with room at the edges. */
export function fitted({ points }: FaceMap, size: number, edge: number): Point[] {
  const extent = Math.max(...points.flatMap(({ x, y }) => [Math.abs(x), Math.abs(y)])) || 1;
  const scale = (size / 2 - edge) / extent;
  return points.map(({ x, y }) => ({ x: size / 2 + x * scale, y: size / 2 - y * scale }));
}

const people = integerSetting(0, { min: 0, max: PEOPLE - 1 });
const person: Setting<number | 'none'> = {
  initial: 'none',
  expects: `none or ${people.expects}`,
  format: String,
  parse: (text) => (text === 'none' ? 'none' : people.parse(text)),
};

/** How many of a person's pictures lie nearest, on the map, to another of the same person. */
export function nearestToOwn({ points }: FaceMap, person: number): number {
  const isOwn = (index: number) => personOf(index) === person;
  return points.filter((from, index) => {
    const nearest = points
      .map(({ x, y }, other) => ({ other, distance: Math.hypot(x - from.x, y - from.y) }))
      .filter(({ other }) => other !== index)
      .reduce((a, b) => (b.distance < a.distance ? b : a));
    return isOwn(index) && isOwn(nearest.other);
  }).length;
}

export const explained = ({ shares }: FaceMap): string => formatPercent(shares[0] + shares[1], 0);

export const definition = {
  name: 'UnseenMap',
  settings: { source: choiceSetting<MapSource>('pretrained', ['raw', 'pretrained']), person },
  terms: {},
  measure: ({ source }) => MAPS[source],
  slotTexts: () => ({}),
  csv: (_, { points }) =>
    toCsv(
      ['person', 'picture', 'axis1', 'axis2'],
      points.map(({ x, y }, k) => [personOf(k) + 1, (k % PICTURES) + 1, x, y]),
    ),
  spoken: ({ source, person: shown }, map) =>
    `${source === 'raw' ? 'Raw pixels' : 'The trained network'}: two axes hold ${explained(map)} of the variance.${shown === 'none' ? '' : ` Person ${shown + 1} stands out: ${nearestToOwn(map, shown)} of ${PICTURES} pictures lie nearest to another of this person.`}`,
} as const satisfies FigureDefinition<MapState, FaceMap>;
