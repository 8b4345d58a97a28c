import { rememberLast } from '#kit/figure/rememberLast.ts';
import type { DistanceName } from '#metric/distances/registry.ts';
import { type Drawn, drawByDistance } from '#metric/sphere/distanceWeighting.ts';
import { createSphereDistances, type SphereDistances } from '#metric/sphere/sphereDistances.ts';
import { gapWidth, zoneShares } from '#metric/sphere/zoneShares.ts';
import type { ZoneShares } from '#metric/zones.ts';

export interface RoomState {
  /** Of the space that the sphere is in. */
  readonly dimensions: number;
  /** In the units of the distance. */
  readonly margin: number;
  readonly squared: boolean;
  /** How many negatives a batch offers to an anchor. */
  readonly negatives: number;
}

/** A range of distances that nine of ten are in. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

export interface RoomQuantities {
  readonly sphere: SphereDistances;
  readonly distance: DistanceName;
  readonly drawn: Drawn;
  /** Where nine of ten distances are, in the figure's units: of any two points, and of drawn negatives. */
  readonly any: Range;
  readonly weighted: Range;
  /** Nine of ten differences d_an - d_ap are between this and its negative, in the figure's units. */
  readonly gap: number;
  readonly anyZones: ZoneShares;
  readonly weightedZones: ZoneShares;
}

const NINE_OF_TEN = 0.9;
const TAIL = (1 - NINE_OF_TEN) / 2;

export const toUnits = (plain: number, squared: boolean): number => (squared ? plain ** 2 : plain);

const sphereOf = rememberLast(createSphereDistances);
const drawnFrom = rememberLast(drawByDistance);
const gapOf = rememberLast(gapWidth);

/** The plain distance that a share of what is drawn stays below, to the sphere's grain. */
function drawnQuantile({ distances }: SphereDistances, { masses }: Drawn, share: number): number {
  let sum = 0;
  const cell = masses.findIndex((mass) => {
    sum += mass;
    return sum >= share;
  });
  return distances.at(cell)!;
}

export const roomQuantities = rememberLast(
  ({ dimensions, margin, squared, negatives }: RoomState): RoomQuantities => {
    const sphere = sphereOf(dimensions);
    const drawn = drawnFrom(sphere, negatives);
    const distance = squared ? 'squared' : 'plain';
    const range = (quantile: (share: number) => number): Range => ({
      low: toUnits(quantile(TAIL), squared),
      high: toUnits(quantile(1 - TAIL), squared),
    });
    return {
      sphere,
      distance,
      drawn,
      any: range(sphere.quantile),
      weighted: range((share) => drawnQuantile(sphere, drawn, share)),
      gap: gapOf(sphere, NINE_OF_TEN, distance),
      anyZones: zoneShares(sphere, sphere.masses, margin, distance),
      weightedZones: zoneShares(sphere, drawn.masses, margin, distance),
    };
  },
);
