import type { Point } from './point.ts';
import type { Setting } from '../figure/settings.ts';

/** A point of the plane that belongs to a class, named by a digit. */
export interface LabelledPoint extends Point {
  readonly label: number;
}

const SPELLING = /^(\d)_(-?[\d.]+(?:e-?\d+)?)_(-?[\d.]+(?:e-?\d+)?)$/;

export interface CrowdLimits {
  /** The classes that a point may have. */
  readonly labels: readonly number[];
  readonly extent: number;
  readonly fewest: number;
  readonly most: number;
}

/** A crowd of labelled points in [-extent, extent]², spelled `7_0.5_-0.25*2_1_0`. */
export function crowdSetting(
  initial: readonly LabelledPoint[],
  { labels, extent, fewest, most }: CrowdLimits,
): Setting<readonly LabelledPoint[]> {
  const parsePoint = (text: string): LabelledPoint | undefined => {
    const [, label, x, y] = SPELLING.exec(text)?.map(Number) ?? [];
    if (label === undefined || x === undefined || y === undefined) return undefined;
    const isWithin = Math.abs(x) <= extent && Math.abs(y) <= extent;
    return isWithin && labels.includes(label) ? { x, y, label } : undefined;
  };
  return {
    initial,
    expects: `${fewest === most ? most : `${fewest} to ${most}`} points such as ${labels[0]}_0.5_-0.25 joined by asterisks, each with its class (${labels.join(', ')}) and two numbers from ${-extent} to ${extent}`,
    format: (points) => points.map(({ label, x, y }) => `${label}_${x}_${y}`).join('*'),
    parse(text) {
      const parts = text.split('*', most + 1);
      if (parts.length < fewest || parts.length > most) return undefined;
      const points: LabelledPoint[] = [];
      for (const part of parts) {
        const point = parsePoint(part);
        if (!point) return undefined;
        points.push(point);
      }
      return points;
    },
  };
}

/** The form in which `src/metric` takes a crowd. */
export const toEmbeddings = (points: readonly Point[]) => ({
  values: Float64Array.from(points.flatMap(({ x, y }) => [x, y])),
  rows: points.length,
  dims: 2,
});
