import type { Batch } from '../batch.ts';
import type { Classes } from '../classes.ts';
import { lookUp } from '../lookUp.ts';
import { normalisationGradient, normaliseRows } from '../normalise.ts';
import { type SimilarityName, similarities } from '../similarities/registry.ts';
import type { Similarity } from '../similarities/similarity.ts';
import type { EvaluateLoss } from './loss.ts';

/** The terms that the similarities of one anchor cost. */
interface AnchorTerms {
  /** The loss of the term with a row; an anchor that has one term for all of them has it with itself. */
  take(row: number): number;
  /** Where that term stands on a chart of all. */
  place(row: number): number;
  /** Passes on to the other rows what the terms that were taken leave for them together. */
  share?(): void;
}

/** A loss of similarities, summed over terms of its anchors. */
export interface SimilarityRule<Values> {
  /** The rows with which an anchor has a term; none where it takes no part. */
  partners(classes: Classes, anchor: number, values: Values): ArrayLike<number>;
  /** `weights` receives ∂/∂similarity of what is taken and shared. */
  open(setup: {
    readonly classes: Classes;
    readonly anchor: number;
    /** With every row of the batch. */
    readonly alike: Float64Array;
    readonly values: Values;
    readonly weights: Float64Array;
  }): AnchorTerms;
}

/** The values that every such loss has. */
export interface SimilarityValues {
  readonly similarity: SimilarityName;
}

export interface SoftmaxValues extends SimilarityValues {
  readonly temperature: number;
}

export const similarityOf = ({ similarity }: SimilarityValues): Similarity =>
  lookUp(similarities, 'similarity', similarity);

/** The batch as the similarity sees it. */
export const seen = (batch: Batch, { ofUnitRows }: Similarity): Batch =>
  ofUnitRows ? { ...batch, points: normaliseRows({ ...batch, values: batch.points }) } : batch;

/** The gradient with respect to the batch as it is. */
export const unseen = (
  batch: Batch,
  { ofUnitRows }: Similarity,
  gradient: Float64Array,
): Float64Array =>
  ofUnitRows ? normalisationGradient({ ...batch, values: batch.points }, gradient) : gradient;

/** Sums such a loss over a batch. O(B² D) time, O(B D) memory. */
export const sumOfSimilarities =
  <Values extends SimilarityValues>(rule: SimilarityRule<Values>, values: Values): EvaluateLoss =>
  (given) => {
    const measure = similarityOf(values);
    const batch = seen(given, measure);
    const { rows, classes } = batch;
    const alike = new Float64Array(rows);
    const weights = new Float64Array(rows);
    const gradient = new Float64Array(batch.points.length);
    let [sum, selected, active] = [0, 0, 0];
    for (let anchor = 0; anchor < rows; anchor++) {
      const partners = rule.partners(classes, anchor, values);
      if (partners.length === 0) continue;
      measure.fill(batch, anchor, alike);
      const terms = rule.open({ classes, anchor, alike, values, weights });
      for (let k = 0; k < partners.length; k++) {
        const loss = terms.take(partners[k]!);
        selected++;
        // Not above 0 alone: a decoupled loss goes on pulling below it.
        if (loss !== 0) active++;
        sum += loss;
      }
      terms.share?.();
      measure.addGradient(batch, anchor, alike, weights, gradient);
    }
    return { sum, selected, active, gradient: unseen(given, measure, gradient) };
  };
