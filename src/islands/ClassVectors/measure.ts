import { rememberLast } from '#kit/figure/rememberLast.ts';
import { classSoftmax } from '#metric/proxies/classSoftmax.ts';
import { furtherAngle, lessCosine, type OwnCosineOf, unchanged } from '#metric/proxies/ownLogit.ts';
import { between, onCircle } from './circle.ts';
import { type Regions, regionsOf } from './regions.ts';

export type LossKind = 'softmax' | 'cosface' | 'arcface';

/** Samples and class vectors by their angles, in radians. */
export interface ClassState {
  readonly samples: readonly number[];
  readonly vectors: readonly number[];
  readonly kind: LossKind;
  readonly scale: number;
  /** Of ArcFace an angle, of CosFace a cosine. */
  readonly margin: number;
  /** The sample of which the formula tells. */
  readonly chosen: number;
}

export const LABELS = [2, 4, 7] as const;
export const PER_CLASS = 3;
/** The place of a sample's class among the vectors. */
export const classOf = (sample: number): number => Math.floor(sample / PER_CLASS);

export interface ClassQuantities extends Regions {
  /** Of the chosen sample: its loss, its angle to its class vector, its cosine with the margin. */
  readonly loss: number;
  readonly theta: number;
  readonly own: number;
  readonly share: number;
  /** Of the chosen sample, for each class: what enters the softmax, and what comes out of it. */
  readonly logits: readonly number[];
  readonly shares: readonly number[];
  /** Whether θ + m goes beyond π there. */
  readonly isBeyond: boolean;
  /** Of all samples. */
  readonly meanLoss: number;
  /** How far the nearest sample is from its boundary, in radians; below 0 on the wrong side. */
  readonly gap: number;
  readonly rightCount: number;
  readonly clearCount: number;
  /** −∂(sum of the losses)/∂angle. */
  readonly sampleForces: readonly number[];
  readonly vectorForces: readonly number[];
}

export const ownCosineOf = ({ kind, margin }: Pick<ClassState, 'kind' | 'margin'>): OwnCosineOf => {
  if (kind === 'softmax') return unchanged;
  return kind === 'cosface' ? lessCosine(margin) : furtherAngle(margin);
};

/** As points of the circle. */
export const rowsOf = (angles: readonly number[]) => ({
  values: Float64Array.from(
    angles.flatMap((angle) => {
      const { x, y } = onCircle(angle);
      return [x, y];
    }),
  ),
  rows: angles.length,
  dims: 2,
});

/** The part of each force along the circle. */
const alongCircle = (gradient: Float64Array, angles: readonly number[]) =>
  angles.map((angle, k) => {
    const [x = 0, y = 0] = gradient.subarray(2 * k, 2 * k + 2);
    return x * Math.sin(angle) - y * Math.cos(angle);
  });

/** How far a sample is from being as near to another class vector: half the difference of the angles. */
function gapOf(angle: number, own: number, vectors: readonly number[]): number {
  const others = vectors.filter((_, k) => k !== own).map((vector) => between(angle, vector));
  return (Math.min(...others) - between(angle, vectors[own]!)) / 2;
}

export const classQuantities = rememberLast((state: ClassState): ClassQuantities => {
  const { samples, vectors, scale, chosen, margin, kind } = state;
  const ownCosine = ownCosineOf(state);
  const owns = samples.map((_, k) => classOf(k));
  const found = classSoftmax({ ...rowsOf(samples), own: owns }, rowsOf(vectors), {
    scale,
    ownCosine,
  });
  const gaps = samples.map((angle, k) => gapOf(angle, owns[k]!, vectors));
  const isClear = (angle: number, k: number) =>
    vectors.every(
      (vector, j) =>
        j === owns[k] ||
        ownCosine(Math.cos(angle - vectors[owns[k]!]!)).value > Math.cos(angle - vector),
    );
  const theta = between(samples[chosen]!, vectors[owns[chosen]!]!);
  const loss = found.losses[chosen]!;
  const own = ownCosine(Math.cos(theta)).value;
  const cosines = vectors.map((vector, k) =>
    k === owns[chosen] ? own : Math.cos(samples[chosen]! - vector),
  );
  return {
    ...regionsOf(vectors, ownCosine),
    loss,
    theta,
    own,
    share: Math.exp(-loss),
    logits: cosines.map((cosine) => scale * cosine),
    shares: [...found.shares.subarray(chosen * vectors.length, (chosen + 1) * vectors.length)],
    isBeyond: kind === 'arcface' && theta + margin > Math.PI,
    meanLoss: found.losses.reduce((sum, each) => sum + each, 0) / samples.length,
    gap: Math.min(...gaps),
    rightCount: gaps.filter((gap) => gap > 0).length,
    clearCount: samples.filter(isClear).length,
    sampleForces: alongCircle(found.gradient, samples),
    vectorForces: alongCircle(found.vectorGradient, vectors),
  };
});
