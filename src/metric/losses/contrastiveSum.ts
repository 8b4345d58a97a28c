import { addGradient, forEachAnchor } from '../batch.ts';
import type { AnchorView, Selection } from '../miners/miner.ts';
import type { EvaluateLoss } from './loss.ts';
import type { LossSetup } from './setup.ts';

/** Visits the anchor's selected pairs: all with later rows, or those of the mined triplets. */
type VisitPairs = (view: AnchorView, visit: (row: number, similar: boolean) => void) => void;

const everyPair: VisitPairs = ({ anchor, positives, negatives }, visit) => {
  for (const row of positives) if (row > anchor) visit(row, true);
  for (const row of negatives) if (row > anchor) visit(row, false);
};

/** The pairs (a, p) and (a, n) of the selected triplets, each unordered pair of the batch once. */
function pairsOfTriplets({ select }: Selection, rows: number): VisitPairs {
  const seen = new Set<number>();
  const firstTime = (i: number, j: number) => {
    const key = Math.min(i, j) * rows + Math.max(i, j);
    return !seen.has(key) && seen.add(key);
  };
  return (view, visit) =>
    select(view, (positive, negative) => {
      if (firstTime(view.anchor, positive)) visit(positive, true);
      if (firstTime(view.anchor, negative)) visit(negative, false);
    });
}

const selectsEverything = ({ band }: Selection) =>
  band?.from === 'nearest' && band.to === 'farthest';

/** Visits the pairs of an anchor that a selection leaves, each unordered pair of the batch once. */
export const selectedPairs = (selection: Selection, rows: number): VisitPairs =>
  selectsEverything(selection) ? everyPair : pairsOfTriplets(selection, rows);

/**
 * The contrastive loss y d² + (1 - y) max(0, margin - d)² over unordered pairs, with the chosen
 * distance for d. Batch-all takes every pair of the batch, any other miner the pairs that make up its
 * triplets.
 */
export function createContrastiveSum({
  distance,
  selection,
  margin,
}: Pick<LossSetup, 'distance' | 'selection'> & { readonly margin: number }): EvaluateLoss {
  return (batch, random) => {
    const { rows } = batch;
    const visitPairs = selectedPairs(selection, rows);
    const gradient = new Float64Array(batch.points.length);
    const weights = new Float64Array(rows);
    let sum = 0;
    let selected = 0;
    let active = 0;
    forEachAnchor(batch, distance, random, (view) => {
      visitPairs(view, (row, similar) => {
        const d = view.distances[row]!;
        const reach = similar ? d : Math.max(0, margin - d);
        const loss = reach * reach;
        selected++;
        if (loss <= 0) return;
        active++;
        sum += loss;
        weights[row]! += similar ? 2 * reach : -2 * reach;
      });
      addGradient(batch, distance, view, weights, gradient);
    });
    return { sum, selected, active, gradient };
  };
}
