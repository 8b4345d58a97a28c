import { onCircle } from '#kit/plane/circle.ts';
import { add, type Point, scale } from '#kit/plane/point.ts';
import { marginTerm } from '#metric/margin.ts';
import { anchorSoftmax, SUP_CON } from '#metric/softmax/anchorSoftmax.ts';
import { effectiveNumber } from '#metric/softmax/softmax.ts';

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
interface Other {
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
  /** −T ∂L/∂ the points on the circle, with inner products for similarities: not yet along the circle. */
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

type Partners = ReturnType<typeof partnersOf>;

/** T ∂L/∂s of a softmax among so many, positives first, and what it costs. */
function weighBySoftmax({ positives, negatives }: Partners, temperature: number) {
  const logits = [...positives, ...negatives].map(({ similarity }) => similarity / temperature);
  const places = logits.map((_, place) => place);
  const [own, rest] = [places.slice(0, positives.length), places.slice(positives.length)];
  const slopes = new Float64Array(logits.length);
  const { loss } = anchorSoftmax(logits, { positives: own, negatives: rest }, SUP_CON, slopes);
  return { loss, slopes };
}

/** The same of the hinge on squared distances, whose difference is twice that of similarities. */
function weighByHinge({ positives, hardest }: Partners, margin: number) {
  const { loss, slope } = marginTerm(margin);
  const excess = 2 * (hardest.similarity - positives[0]!.similarity);
  return { loss: loss(excess), slopes: [-slope(excess), slope(excess)] };
}

const weigh = (state: PullState, partners: Partners, temperature: number) =>
  state.kind === 'hardest'
    ? weighByHinge(partners, state.margin)
    : weighBySoftmax(partners, temperature);

/** The loss at another temperature, all else equal. The hinge has none. */
export const lossAt = (state: PullState, temperature: number): number =>
  weigh(state, partnersOf(state), temperature).loss;

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

const sharesOf = (others: readonly Other[], positive: boolean): readonly number[] =>
  others.filter(({ isPositive }) => isPositive === positive).map(({ share }) => share);

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** Everything that is told of an anchor among its positives and negatives. */
export function measurePull(state: PullState): PullQuantities {
  const partners = partnersOf(state);
  const { positives, negatives, hardest } = partners;
  const { loss, slopes } = weigh(state, partners, temperatureOf(state));
  const others = [...positives, ...negatives].map((partner, k): Other => {
    const slope = slopes[k]!;
    return { ...partner, slope, share: slope + (partner.isPositive ? 1 / positives.length : 0) };
  });
  const pushed = sharesOf(others, false);
  const push = sum(pushed);
  return {
    loss,
    others,
    hardest: hardest.name,
    positiveShare: sum(sharesOf(others, true)),
    effectiveNegatives: push > 0 ? effectiveNumber(pushed.map((share) => share / push)) : 0,
    forces: forcesOf(state, others),
  };
}
