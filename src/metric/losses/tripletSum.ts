import { addGradient, addGradientOf, forEachAnchor } from '../batch.ts';
import { type Margin, type MarginTerm, marginTerm } from '../margin.ts';
import type { AnchorView, Selection } from '../miners/miner.ts';
import { createBandHinge } from './bandHinge.ts';
import type { AnchorTally, EvaluateLoss } from './loss.ts';
import type { LossSetup } from './setup.ts';

type AnchorLoss = (view: AnchorView, weights: Float64Array) => AnchorTally;

/** A miner that selects up to so many triplets for an anchor has their rows listed. */
const FEW = 16;

/** Visits every selected triplet. */
function listed({ select }: Selection, term: MarginTerm): AnchorLoss {
  const listed = new Int32Array(2 * FEW);
  return (view, weights) => {
    const { distances } = view;
    let sum = 0;
    let selected = 0;
    let active = 0;
    select(view, (positive, negative) => {
      const excess = distances[positive]! - distances[negative]!;
      const loss = term.loss(excess);
      selected++;
      if (loss <= 0) return;
      active++;
      sum += loss;
      const slope = term.slope(excess);
      weights[positive]! += slope;
      weights[negative]! -= slope;
      if (active > FEW) return;
      listed[2 * active - 2] = positive;
      listed[2 * active - 1] = negative;
    });
    const rows = active > FEW ? {} : { rows: listed.subarray(0, 2 * active) };
    return { sum, selected, active, ...rows };
  };
}

/**
 * The triplet loss, max(0, d_ap - d_an + margin) or ln(1 + e^(d_ap - d_an)), summed over the
 * selected triplets. With the hinge and a miner that selects bands no triplet is visited: for K
 * positives an anchor costs O(B log K) instead of O(B K). Memory O(B) either way.
 */
export function createTripletSum({
  distance,
  selection,
  standIns,
  margin,
}: Pick<LossSetup, 'distance' | 'selection' | 'standIns'> & {
  readonly margin: Margin;
}): EvaluateLoss {
  const term = marginTerm(margin);
  return (batch, random) => {
    const anchorLoss =
      selection.band && margin !== 'soft'
        ? createBandHinge(selection.band, margin, batch.rows)
        : listed(selection, term);
    const gradient = new Float64Array(batch.points.length);
    const weights = new Float64Array(batch.rows);
    let sum = 0;
    let selected = 0;
    let active = 0;
    forEachAnchor(batch, distance, random, (view) => {
      if (!standIns && (view.positives.length === 0 || view.negatives.length === 0)) return;
      const tally = anchorLoss(view, weights);
      sum += tally.sum;
      selected += tally.selected;
      active += tally.active;
      if (tally.active === 0) return;
      if (tally.rows) addGradientOf(tally.rows, batch, distance, view, weights, gradient);
      else addGradient(batch, distance, view, weights, gradient);
    });
    return { sum, selected, active, gradient };
  };
}
