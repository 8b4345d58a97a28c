import { gapCumulative } from '#metric/sphere/zoneShares.ts';
import { type DistanceName, distances } from '#metric/distances/registry.ts';
import { lookUp } from '#metric/lookUp.ts';
import type { SphereDistances } from '#metric/sphere/sphereDistances.ts';
import { type RoomQuantities, toUnits } from './room.ts';

/** So many points are enough for a smooth outline. */
const POINTS = 160;
/** Below this part of its height an outline lies on its axis. */
const FLAT = 1e-3;
/** The top of a drawing above the highest density that is not at an end, where it may be infinite. */
const HEADROOM = 1.15;
const INNER = { from: 0.1, to: 0.8 } as const;

export interface DensityPoint {
  /** A distance in the figure's units. */
  readonly at: number;
  /** Densities in these units, as shares of the top of the drawing, at most 1. */
  readonly any: number;
  readonly drawn: number;
}

const isSquared = (distance: DistanceName) => lookUp(distances, 'distance', distance).isSquared;

/** The density of the distances of any two points, and of what is drawn, where there are any. */
export function densities({
  sphere,
  drawn,
  distance,
}: Pick<RoomQuantities, 'sphere' | 'drawn' | 'distance'>): DensityPoint[] {
  const squared = isSquared(distance);
  const heights = Array.from(sphere.distances, (d) => sphere.density(d) / (squared ? 2 * d : 1));
  const cells = [...sphere.distances.keys()];
  const [from, to] = [sphere.quantile(INNER.from), sphere.quantile(INNER.to)];
  const inner = cells.filter((k) => sphere.distances[k]! >= from && sphere.distances[k]! <= to);
  const top = HEADROOM * Math.max(...inner.map((k) => heights[k]!));
  const points = cells.map((k): DensityPoint => {
    const any = heights[k]! / top;
    const ratio = sphere.masses[k]! > 0 ? drawn.masses[k]! / sphere.masses[k]! : 0;
    return {
      at: toUnits(sphere.distances[k]!, squared),
      any: Math.min(1, any),
      drawn: Math.min(1, any * ratio),
    };
  });
  const seen = points.filter(({ any, drawn: also }) => any > FLAT || also > FLAT);
  const stride = Math.ceil(seen.length / POINTS);
  return seen.filter((_, k) => k % stride === 0 || k === seen.length - 1);
}

/** How far to either side the differences are drawn, in the units of the distance. */
export const gapReach = (distance: DistanceName): number => (isSquared(distance) ? 2 : 1);

/** How high each of the bars from 0 to the reach stands, as a share of the highest; the other side mirrors it. */
export function gapBars(sphere: SphereDistances, distance: DistanceName): number[] {
  const width = (2 * gapReach(distance)) / POINTS;
  const edges = Array.from({ length: POINTS / 2 + 1 }, (_, k) =>
    gapCumulative(sphere, k * width, distance),
  );
  const bars = edges.slice(1).map((edge, k) => edge - edges[k]!);
  const highest = Math.max(...bars);
  return bars.map((bar) => bar / highest);
}
