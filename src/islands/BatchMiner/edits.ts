import type { Point } from '#kit/plane/point.ts';
import {
  type BatchState,
  BY_STRATEGY,
  FEWEST,
  freshCloud,
  MOST,
  placeOf,
  plane,
  rowOf,
} from './batch.ts';

const within = (count: number) => Math.min(MOST, Math.max(FEWEST, count));

/** What the reader does to a batch. Rows are rows of the batch. */
export const edits = {
  move: (state: BatchState, row: number, to: Point): BatchState => ({
    ...state,
    points: state.points.map((point, place) =>
      place === placeOf(state, row) ? { ...point, ...plane.clamp(to) } : point,
    ),
  }),
  /** Makes a sample the anchor; its triplet is the strategy's. */
  chooseAnchor: (state: BatchState, row: number): BatchState => ({
    ...state,
    anchor: placeOf(state, row),
    positive: BY_STRATEGY,
    negative: BY_STRATEGY,
  }),
  /** Makes one sample the anchor, and another the positive or the negative of its triplet. */
  choosePair: (state: BatchState, anchor: number, partner: number): BatchState => {
    const chosen = edits.chooseAnchor(state, anchor);
    if (anchor === partner) return chosen;
    const isPositive = Math.floor(anchor / state.k) === Math.floor(partner / state.k);
    return { ...chosen, [isPositive ? 'positive' : 'negative']: placeOf(state, partner) };
  },
  /** Another number of classes or samples; an anchor that is left outside gives way to the first. */
  resize: (state: BatchState, size: Partial<Pick<BatchState, 'p' | 'k'>>): BatchState => {
    const resized = { ...state, p: within(size.p ?? state.p), k: within(size.k ?? state.k) };
    return rowOf(resized, state.anchor) === undefined ? edits.chooseAnchor(resized, 0) : resized;
  },
  /** A fresh cloud, and fresh draws. */
  renew: (state: BatchState, seed: number): BatchState => ({
    ...state,
    points: freshCloud(seed),
    seed,
    step: 0,
  }),
};
