import { inspectTriplet, type TripletInspection } from './inspectTriplet.ts';
import { type Point, scale } from './point.ts';

/** Anchor, positive and negative, the margin, and whether distances are squared. */
export interface TripletState {
  readonly anchor: Point;
  readonly positive: Point;
  readonly negative: Point;
  readonly margin: number;
  readonly squared: boolean;
}

export interface TripletQuantities extends TripletInspection {
  readonly forces: Readonly<Record<PointName, Point>>;
  /** The circles around the anchor that bound the zones, as plain distances. */
  readonly zoneRadii: { readonly hard: number; readonly easy: number };
}

export const POINT_NAMES = ['anchor', 'positive', 'negative'] as const;
export type PointName = (typeof POINT_NAMES)[number];

/** Everything that a figure of one triplet shows of its state. */
export function measureTriplet(state: TripletState): TripletQuantities {
  const inspection = inspectTriplet({ ...state, names: ['a', 'p', 'n'] });
  const { dAP, points } = inspection;
  const [anchor, positive, negative] = points.map(({ gradient }) => scale(gradient, -1));
  return {
    ...inspection,
    forces: { anchor: anchor!, positive: positive!, negative: negative! },
    zoneRadii: {
      hard: toPlain(dAP, state.squared),
      easy: toPlain(dAP + state.margin, state.squared),
    },
  };
}

/** From a distance as the loss has it to the plain distance that the plane shows. */
export const toPlain = (distance: number, squared: boolean): number =>
  squared ? Math.sqrt(distance) : distance;

/** What the arrows alone would leave unexplained. */
export function remark({ squared }: TripletState, { loss, dAP, dAN }: TripletQuantities): string {
  if (loss === 0) return 'the margin holds: no force';
  if (dAP === 0 && dAN === 0) return 'all three coincide: a loss, but no force';
  if (dAN === 0) {
    return squared
      ? 'n sits on a: nothing pushes n away'
      : 'n sits on a: the push has no direction';
  }
  return '';
}
