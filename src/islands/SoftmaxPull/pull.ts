import { onCircle } from '#kit/plane/circle.ts';
import { add, type Point, scale } from '#kit/plane/point.ts';
import { effectiveNumber, logSumExp, softmax } from '#metric/softmax/softmax.ts';

/** Losses of one anchor, from the triplet's to that of several positives. */
export const KINDS = ['hardest', 'soft', 'n-pair', 'info-nce', 'supcon'] as const;
export type Kind = (typeof KINDS)[number];

export const POSITIVES = ['positive', 'positive2'] as const;
export const NEGATIVES = ['negative1', 'negative2', 'negative3', 'negative4', 'negative5'] as const;
export type OtherName = (typeof POSITIVES)[number] | (typeof NEGATIVES)[number];
export type PullPointName = 'anchor' | OtherName;

/** What one anchor is measured by: places on the unit circle are angles in degrees. */
export type PullState = Readonly<Record<PullPointName, number>> & {
  readonly kind: Kind;
  readonly temperature: number;
  readonly margin: number;
};

/** One positive or negative, as the anchor meets it. */
export interface Other {
  readonly name: OtherName;
  readonly isPositive: boolean;
  readonly at: Point;
  /** The cosine of its angle with the anchor. */
  readonly similarity: number;
  /** Of the softmax: p_j. A hinge gives all or nothing. */
  readonly share: number;
  /** T ∂L/∂s: how strongly the loss pushes it away; below 0 it pulls. */
  readonly slope: number;
}

export interface PullQuantities {
  readonly loss: number;
  /** Every positive and negative that the anchor is compared with, positives first. */
  readonly others: readonly Other[];
  /** The nearest negative. */
  readonly hardest: OtherName;
  /** How many negatives of one weight would be as spread as these; 0 where none has a weight. */
  readonly effectiveNegatives: number;
  /** The share of all positives together. */
  readonly positiveShare: number;
  /** −T ∂L/∂ the embeddings, before they are normalised. */
  readonly forces: Readonly<Partial<Record<PullPointName, Point>>>;
}

/**
 * On the unit sphere squared distances are 2 − 2s, so that a loss of them has similarities doubled: a
 * temperature of ½. N-pair has none, which is 1. The others have the reader's.
 */
const OWN_TEMPERATURE: Readonly<Record<Kind, number | undefined>> = {
  hardest: 0.5,
  soft: 0.5,
  'n-pair': 1,
  'info-nce': undefined,
  supcon: undefined,
};

/** The temperature that a loss brings along; undefined where the reader sets it. */
export const ownTemperature = (kind: Kind): number | undefined => OWN_TEMPERATURE[kind];

export const temperatureOf = ({ kind, temperature }: Pick<PullState, 'kind' | 'temperature'>) =>
  OWN_TEMPERATURE[kind] ?? temperature;

/** Whether a loss takes the nearest negative alone. */
const takesHardest = (kind: Kind) => kind === 'hardest' || kind === 'soft';

const cosine = (one: Point, other: Point) => one.x * other.x + one.y * other.y;

interface Compared {
  readonly name: OtherName;
  readonly isPositive: boolean;
  readonly at: Point;
  readonly similarity: number;
}

const compared = (state: PullState, names: readonly OtherName[], isPositive: boolean) => {
  const anchor = onCircle(state.anchor);
  return names.map((name): Compared => {
    const at = onCircle(state[name]);
    return { name, isPositive, at, similarity: cosine(anchor, at) };
  });
};

const nearest = (others: readonly Compared[]): Compared =>
  others.reduce((best, other) => (other.similarity > best.similarity ? other : best));

/** The positives and negatives that the loss of a kind compares the anchor with. */
function partnersOf(state: PullState) {
  const all = compared(state, NEGATIVES, false);
  const hardest = nearest(all);
  return {
    hardest,
    positives: compared(state, state.kind === 'supcon' ? POSITIVES : ['positive'], true),
    negatives: takesHardest(state.kind) ? [hardest] : all,
  };
}

/** Minus the logarithm of the share that a positive has in the softmax, the mean over positives. */
function softmaxLoss(
  positives: readonly Compared[],
  negatives: readonly Compared[],
  temperature: number,
): number {
  const logits = [...positives, ...negatives].map(({ similarity }) => similarity / temperature);
  const mean =
    positives.reduce((sum, { similarity }) => sum + similarity, 0) / positives.length / temperature;
  return Math.max(0, logSumExp(logits) - mean);
}

/** The hinge of the triplet with the nearest negative, on squared distances. */
const hingeLoss = (positive: Compared, negative: Compared, margin: number): number =>
  Math.max(0, 2 * (negative.similarity - positive.similarity) + margin);

/** The loss at another temperature, all else equal. The hinge has none. */
export function lossAt(state: PullState, temperature: number): number {
  const { positives, negatives, hardest } = partnersOf(state);
  if (state.kind === 'hardest') return hingeLoss(positives[0]!, hardest, state.margin);
  return softmaxLoss(positives, negatives, temperature);
}

/** The shares of a softmax over all partners; of a hinge, all to one side. */
function sharesOf(state: PullState, partners: readonly Compared[], loss: number) {
  if (state.kind === 'hardest') return loss > 0 ? [0, 1] : [1, 0];
  return softmax(
    partners.map(({ similarity }) => similarity),
    temperatureOf(state),
  );
}

function forcesOf(state: PullState, others: readonly Other[]) {
  const anchor = onCircle(state.anchor);
  const forces: Partial<Record<PullPointName, Point>> = {};
  forces.anchor = others.reduce((sum, { at, slope }) => add(sum, scale(at, -slope)), {
    x: 0,
    y: 0,
  });
  for (const { name, slope } of others) forces[name] = scale(anchor, -slope);
  return forces;
}

/** Everything that is told of an anchor among its positives and negatives. */
export function measurePull(state: PullState): PullQuantities {
  const { positives, negatives, hardest } = partnersOf(state);
  const loss = lossAt(state, temperatureOf(state));
  const partners = [...positives, ...negatives];
  const shares = sharesOf(state, partners, loss);
  const others = partners.map((partner, k): Other => {
    const share = shares[k]!;
    return { ...partner, share, slope: share - (partner.isPositive ? 1 / positives.length : 0) };
  });
  const total = (isPositive: boolean) =>
    others.reduce((sum, each) => sum + (each.isPositive === isPositive ? each.share : 0), 0);
  const ofNegatives = total(false);
  return {
    loss,
    others,
    hardest: hardest.name,
    positiveShare: total(true),
    effectiveNegatives:
      ofNegatives > 0
        ? effectiveNumber(
            others.filter((each) => !each.isPositive).map(({ share }) => share / ofNegatives),
          )
        : 0,
    forces: forcesOf(state, others),
  };
}
