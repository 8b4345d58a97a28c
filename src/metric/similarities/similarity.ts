import { addGradient, type Batch } from '../batch.ts';
import type { Distance } from '../distances/distance.ts';
import { fillDistances } from '../pairwise.ts';
import type { Choice } from '../registry.ts';

/** How alike two points are: the larger, the more. */
export interface Similarity extends Choice {
  /** Whether rows are divided by their length first. */
  readonly ofUnitRows: boolean;
  /** Writes those of one row with every row. */
  fill(batch: Batch, anchor: number, into: Float64Array): void;
  /**
   * Adds the gradient of Σ_j weights[j] · s(anchor, j) to `gradient`, and clears the weights;
   * `similarities` are those that `fill` wrote.
   */
  addGradient(
    batch: Batch,
    anchor: number,
    similarities: Float64Array,
    weights: Float64Array,
    gradient: Float64Array,
  ): void;
  /** How it reads in pytorch-metric-learning. */
  readonly pytorch: string;
}

type Measure = Pick<Similarity, 'fill' | 'addGradient'>;

/** The inner product. */
export const innerProduct: Measure = {
  fill({ points, dims }, anchor, into) {
    const start = anchor * dims;
    for (let j = 0, v = 0; j < into.length; j++) {
      let sum = 0;
      for (let u = start; u < start + dims; u++, v++) sum += points[u]! * points[v]!;
      into[j] = sum;
    }
  },
  addGradient({ points, dims }, anchor, _similarities, weights, gradient) {
    const start = anchor * dims;
    for (let j = 0; j < weights.length; j++) {
      const weight = weights[j]!;
      if (weight === 0) continue;
      weights[j] = 0;
      for (let u = start, v = j * dims; u < start + dims; u++, v++) {
        const [x, y] = [points[u]!, points[v]!];
        gradient[u]! += weight * y;
        gradient[v]! += weight * x;
      }
    }
  },
};

/** A distance with its sign turned. */
export const negated = (distance: Distance): Measure => ({
  fill({ points, dims }, anchor, into) {
    fillDistances(points, dims, anchor, distance, into);
    for (let j = 0; j < into.length; j++) into[j] = -into[j]!;
  },
  addGradient(batch, anchor, similarities, weights, gradient) {
    const distances = similarities.map((value) => -value);
    for (let j = 0; j < weights.length; j++) weights[j] = -weights[j]!;
    addGradient(batch, distance, { anchor, distances }, weights, gradient);
  },
});
