/** What a margin makes of the cosine with the own class vector. */
interface OwnCosine {
  readonly value: number;
  /** ∂value/∂cosine, as the gradient takes it. */
  readonly slope: number;
}

export type OwnCosineOf = (cosine: number) => OwnCosine;

/** Without a margin: normalised softmax. */
export const unchanged: OwnCosineOf = (value) => ({ value, slope: 1 });

/** cos θ − m (CosFace, Wang et al. 2018): the margin is a difference of cosines. */
export const lessCosine =
  (margin: number): OwnCosineOf =>
  (cosine) => ({ value: cosine - margin, slope: 1 });

/**
 * What becomes of an angle that the margin would take beyond π, where cos(θ + m) rises again:
 *
 * - `fallback`: cos θ − m sin m, which goes on falling (pytorch-metric-learning, ronghuaiyang). It is
 *   lower than cos(θ + m) at the seam by a jump.
 * - `easy`: the margin holds for cos θ > 0 only; else cos θ (ronghuaiyang's easy_margin).
 * - `straight`: cos(θ + m) whatever θ is, and a gradient as if it were cos θ − constant: insightface
 *   writes the target into its logits outside the tape.
 */
export type BeyondPi = 'fallback' | 'easy' | 'straight';

/** cos(θ + m) and its slope by cos θ, which is sin(θ + m)/sin θ; at θ = 0 and π that of no direction. */
function turned(cosine: number, margin: number): OwnCosine {
  const [c, s] = [Math.cos(margin), Math.sin(margin)];
  const sine = Math.sqrt(Math.max(0, (1 - cosine) * (1 + cosine)));
  return { value: cosine * c - sine * s, slope: c + (sine > 0 ? (cosine / sine) * s : 0) };
}

/** cos(θ + m) (ArcFace, Deng et al. 2019), the margin in radians. Throws on an unknown name. */
export function furtherAngle(margin: number, beyond: BeyondPi = 'fallback'): OwnCosineOf {
  const clamped = (cosine: number) => Math.min(1, Math.max(-1, cosine));
  switch (beyond) {
    case 'fallback':
      return (cosine) =>
        Math.acos(clamped(cosine)) <= Math.PI - margin
          ? turned(clamped(cosine), margin)
          : { value: cosine - margin * Math.sin(margin), slope: 1 };
    case 'easy':
      return (cosine) => (cosine > 0 ? turned(clamped(cosine), margin) : unchanged(cosine));
    case 'straight':
      return (cosine) => ({ value: turned(clamped(cosine), margin).value, slope: 1 });
    default:
      throw new RangeError(`unknown way beyond π "${beyond}": use fallback, easy or straight`);
  }
}
