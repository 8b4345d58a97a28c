import type { Triplet } from '#kit/plane/inspectTriplet.ts';
import { anchorRow, type BatchState, batchPoints, rowOf, sampleName } from './batch.ts';
import type { BatchQuantities } from './quantities.ts';

/** The samples that the strategy has selected for the anchor, as rows of the batch. */
export interface AnchorSelection {
  readonly anchor: number;
  readonly positives: Partners;
  readonly negatives: Partners;
}

/** A partner is active when a triplet with it has a positive loss. */
interface Partners {
  readonly active: readonly number[];
  readonly idle: readonly number[];
}

type Measured = Pick<BatchQuantities, 'triplets' | 'distances'>;

/** The anchor's triplets: rows of positive and negative, and whether the loss is positive. */
function tripletsOf(state: BatchState, { triplets, distances }: Measured) {
  const anchor = anchorRow(state);
  const start = anchor * state.p * state.k;
  const found: { positive: number; negative: number; active: boolean }[] = [];
  for (let t = 0; t < triplets.length; t += 3) {
    if (triplets[t] !== anchor) continue;
    const positive = triplets[t + 1]!;
    const negative = triplets[t + 2]!;
    const hinge = distances[start + positive]! - distances[start + negative]! + state.margin;
    found.push({ positive, negative, active: hinge > 0 });
  }
  return found;
}

export function anchorSelection(state: BatchState, measured: Measured): AnchorSelection {
  const triplets = tripletsOf(state, measured);
  const partners = (role: 'positive' | 'negative'): Partners => {
    const all = new Set(triplets.map((triplet) => triplet[role]));
    const active = new Set(triplets.filter((triplet) => triplet.active).map((t) => t[role]));
    return { active: [...active], idle: [...all].filter((row) => !active.has(row)) };
  };
  return {
    anchor: anchorRow(state),
    positives: partners('positive'),
    negatives: partners('negative'),
  };
}

export interface TripletRows {
  readonly anchor: number;
  readonly positive: number;
  readonly negative: number;
}

const isPositive = ({ k }: BatchState, anchor: number, row: number) =>
  row !== anchor && Math.floor(row / k) === Math.floor(anchor / k);
const isNegative = ({ k }: BatchState, anchor: number, row: number) =>
  Math.floor(row / k) !== Math.floor(anchor / k);

/**
 * The triplet that is shown in full: the reader's choice as far as there is one and it fits the
 * anchor; then what the strategy selects with it, a triplet with loss before one without; then the
 * farthest positive and the nearest negative.
 */
export function inspectedRows(state: BatchState, measured: Measured): TripletRows {
  const anchor = anchorRow(state);
  const rows = state.p * state.k;
  const chosen = (place: number, fits: typeof isPositive) => {
    const row = rowOf(state, place);
    return row !== undefined && fits(state, anchor, row) ? row : undefined;
  };
  const positive = chosen(state.positive, isPositive);
  const negative = chosen(state.negative, isNegative);
  const matching = tripletsOf(state, measured).filter(
    (triplet) =>
      (positive ?? triplet.positive) === triplet.positive &&
      (negative ?? triplet.negative) === triplet.negative,
  );
  const selected = matching.find(({ active }) => active) ?? matching[0];
  const distanceOf = (row: number) => measured.distances[anchor * rows + row]!;
  const all = Array.from({ length: rows }, (_, row) => row);
  const farthest = () =>
    all
      .filter((row) => isPositive(state, anchor, row))
      .reduce((a, b) => (distanceOf(b) > distanceOf(a) ? b : a));
  const nearest = () =>
    all
      .filter((row) => isNegative(state, anchor, row))
      .reduce((a, b) => (distanceOf(b) < distanceOf(a) ? b : a));
  return {
    anchor,
    positive: positive ?? selected?.positive ?? farthest(),
    negative: negative ?? selected?.negative ?? nearest(),
  };
}

export function inspectedTriplet(state: BatchState, measured: Measured): Triplet {
  const rows = inspectedRows(state, measured);
  const points = batchPoints(state);
  const { margin, squared } = state;
  // As digits at the end are a subscript, nothing to be seen keeps those of the class apart.
  const name = (row: number) => sampleName(state, row).replace('.', '\u200b');
  return {
    anchor: points[rows.anchor]!,
    positive: points[rows.positive]!,
    negative: points[rows.negative]!,
    names: [name(rows.anchor), name(rows.positive), name(rows.negative)],
    margin,
    squared,
  };
}
