import type { LabelledPoint } from '#kit/plane/labelledPoint.ts';
import { forceOf, type Point, toVector } from '#kit/plane/point.ts';
import { contrastivePair } from '#metric/contrastivePair.ts';

/** Which terms of the loss are in force. */
export type Half = 'both' | 'pull' | 'push';

/** The contrastive loss of a crowd, its two terms, and what each term does to every point. */
export interface CrowdLoss {
  readonly loss: number;
  readonly pull: number;
  readonly push: number;
  /** Unordered pairs: what the terms are averaged over, whether or not both are in force. */
  readonly pairs: number;
  readonly pullForces: readonly Point[];
  readonly pushForces: readonly Point[];
}

/**
 * The contrastive loss over all unordered pairs of the crowd, divided by their number. A term that
 * is switched off contributes nothing and the divisor stays, so that the two halves add up to the
 * whole.
 */
export function crowdLoss(points: readonly LabelledPoint[], margin: number, half: Half): CrowdLoss {
  const pairs = (points.length * (points.length - 1)) / 2;
  const vectors = points.map(toVector);
  const pullGradient = points.map(() => [0, 0]);
  const pushGradient = points.map(() => [0, 0]);
  let pull = 0;
  let push = 0;
  for (let i = 0; i < points.length; i++) {
    for (let j = i + 1; j < points.length; j++) {
      const y = points[i]!.label === points[j]!.label ? 1 : 0;
      if (half === (y === 1 ? 'push' : 'pull')) continue;
      const pair = contrastivePair(vectors[i]!, vectors[j]!, y, margin);
      if (pair.loss === 0) continue;
      pull += pair.pull;
      push += pair.push;
      const gradient = y === 1 ? pullGradient : pushGradient;
      for (let axis = 0; axis < 2; axis++) {
        gradient[i]![axis]! += pair.gradI[axis]! / pairs;
        gradient[j]![axis]! += pair.gradJ[axis]! / pairs;
      }
    }
  }
  return {
    loss: (pull + push) / pairs,
    pull: pull / pairs,
    push: push / pairs,
    pairs,
    pullForces: pullGradient.map(forceOf),
    pushForces: pushGradient.map(forceOf),
  };
}
