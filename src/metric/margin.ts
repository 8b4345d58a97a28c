/** A margin in units of the distance, or the soft margin ln(1 + eˣ), which has none. */
export type Margin = number | 'soft';

/** Throws unless the margin is a finite number of at least 0. */
export function checkMargin(margin: number): void {
  if (!Number.isFinite(margin) || margin < 0)
    throw new RangeError(`a margin must be a finite number of at least 0, not ${margin}`);
}

/** What a triplet with excess = d_ap - d_an costs, and how fast that grows with the excess. */
export interface MarginTerm {
  readonly loss: (excess: number) => number;
  readonly slope: (excess: number) => number;
}

/** ln(1 + eˣ) without overflow for large x or loss of digits for small. */
export function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

const softMargin: MarginTerm = { loss: softplus, slope: (x) => 1 / (1 + Math.exp(-x)) };

/** The hinge max(0, excess + margin), with gradient 0 at its kink; or the soft margin. */
export function marginTerm(margin: Margin): MarginTerm {
  if (margin === 'soft') return softMargin;
  checkMargin(margin);
  return {
    loss: (excess) => Math.max(0, excess + margin),
    slope: (excess) => (excess + margin > 0 ? 1 : 0),
  };
}
