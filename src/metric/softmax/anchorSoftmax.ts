import { softplus } from '../margin.ts';
import { logSumExp, softmax } from './softmax.ts';

/** Which columns of an anchor's row of similarities are its positives, and which its negatives. */
export interface Candidates {
  readonly positives: ArrayLike<number>;
  readonly negatives: ArrayLike<number>;
}

/** What a softmax with several positives leaves open. */
export interface SoftmaxForm {
  /** Where the mean over the positives is taken: of the logarithms, or of the shares (SupCon's L_out, L_in). */
  readonly mean: 'outside' | 'inside';
  /**
   * The positives in the denominator beside the negatives: all of them (SupCon), only the one that the
   * term is about (NT-Xent over labels), or none (decoupled). Of a single positive the first two are one.
   */
  readonly denominator: 'all' | 'own' | 'none';
}

export const SUP_CON: SoftmaxForm = { mean: 'outside', denominator: 'all' };

/** By a loop: Float64Array.from is several times slower, and an anchor of every batch comes by here. */
function picked(values: ArrayLike<number>, places: ArrayLike<number>, less: number) {
  const found = new Float64Array(places.length);
  for (let k = 0; k < found.length; k++) found[k] = values[places[k]!]! - less;
  return found;
}

const largest = (values: ArrayLike<number>, places: ArrayLike<number>, floor: number): number => {
  let most = floor;
  for (let k = 0; k < places.length; k++) most = Math.max(most, values[places[k]!]!);
  return most;
};

/**
 * The loss of one anchor from its logits: minus the mean logarithm (or the logarithm of the mean) of
 * its positives' shares. `slopes` receives ∂loss/∂logit on top of what it has. Returns how hard each
 * positive pulls as well (together 1): slope plus pull is a candidate's share of the denominator.
 * Stable at any size of the logits. Without a positive the loss is 0; a denominator of nothing
 * makes it -Infinity.
 */
export function anchorSoftmax(
  logits: ArrayLike<number>,
  { positives, negatives }: Candidates,
  { mean, denominator }: SoftmaxForm,
  slopes: Float64Array,
): { readonly loss: number; readonly pulls: Float64Array } {
  const count = positives.length;
  if (count === 0) return { loss: 0, pulls: new Float64Array() };
  const top = largest(logits, negatives, largest(logits, positives, Number.NEGATIVE_INFINITY));
  const own = picked(logits, positives, top);
  const others = picked(logits, negatives, top);
  const rest = logSumExp(others);
  // A single positive has all to itself: that way no digit of a small loss is lost.
  const apart = denominator === 'own' || (denominator === 'all' && count === 1);
  const whole = denominator === 'all' && !apart ? logSumExp([...own, rest]) : rest;
  const logShares = own.map((logit) => (apart ? -softplus(rest - logit) : logit - whole));
  const inside = mean === 'inside';
  const pulls = inside ? softmax(apart ? logShares : own) : own.map(() => 1 / count);

  let push = denominator === 'none' ? 1 : 0;
  if (!apart && denominator === 'all') push = Math.exp(rest - whole);
  for (let k = 0; k < count; k++) {
    const place = positives[k]!;
    if (apart) {
      const missing = -Math.expm1(logShares[k]!);
      slopes[place]! -= pulls[k]! * missing;
      push += pulls[k]! * missing;
    } else slopes[place]! -= pulls[k]! - (denominator === 'all' ? Math.exp(own[k]! - whole) : 0);
  }
  for (let k = 0; k < others.length; k++)
    slopes[negatives[k]!]! += push * Math.exp(others[k]! - rest);
  const loss = inside
    ? Math.log(count) - logSumExp(logShares)
    : -logShares.reduce((sum, share) => sum + share, 0) / count;
  return { loss, pulls };
}
