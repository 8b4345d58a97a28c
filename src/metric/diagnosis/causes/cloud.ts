import { type CloudSize, cloudSize } from '../cloud.ts';
import { told } from '../numbers.ts';
import {
  hasMargin,
  isHinge,
  isOfMany,
  isOfPairs,
  isOfTriplets,
  SOFTMAXES,
  type StuckLoss,
} from '../observation.ts';
import { type Cause, OPEN, type Verdict } from './cause.ts';
import { IN_ORDER, knownAccuracy, percent } from './evidence.ts';

/** As the chapter on mining has it: batch-hard on squared distances, from a fresh network. */
const COLLAPSING = { miner: 'batch-hard', learningRate: 0.001 } as const;

/** Batch-hard on the sphere of 32 dimensions: squared it stays small, plain it comes through. */
const ON_THE_SPHERE = {
  ...COLLAPSING,
  margin: 0.2,
  reducer: 'mean',
  normalise: true,
  dims: 32,
} as const;

export const THROUGH_THE_EYE = { ...ON_THE_SPHERE, distance: 'plain' } as const;

/** Below this share of triplets with a loss nothing can have collapsed: in a point all have one. */
const FEW_ACTIVE = 0.5;

/** What the spread is compared with. */
function besides(loss: StuckLoss, squared: boolean): string {
  if (!hasMargin(loss)) return 'what a fresh network has';
  return isOfTriplets(loss) && squared ? '√m' : 'm';
}

export const collapse: Cause = {
  name: 'collapse',
  label: 'Collapse: all embeddings are one point',
  asks: (meaning, { loss }) => meaning === 'alike' || (meaning === 'hover' && isHinge(loss)),
  judge(observation) {
    const [cloud, accuracy] = [cloudSize(observation), knownAccuracy(observation)];
    const { active } = observation;
    if (active !== undefined && active < FEW_ACTIVE)
      return {
        verdict: 'against',
        because: `only ${percent(active)} of the triplets have a loss, and in a point about all have one`,
      };
    if (!cloud) return OPEN;
    if (cloud.size === 'wide') return { verdict: 'against', because: cloud.because };
    if (cloud.size === 'small')
      return { verdict: 'open', because: `${cloud.because}: shrunk, but no point` };
    return accuracy && accuracy.share >= IN_ORDER
      ? { verdict: 'open', because: `${cloud.because}, yet ${accuracy.words}` }
      : { verdict: 'fits', because: cloud.because };
  },
  tells: ({ loss, squared }) => {
    if (isOfMany(loss))
      return 'Measure the deviation of each coordinate of unit vectors: near 0 after a collapse, about 1/√D where they are spread out.';
    return `Measure the spread of a batch, the root of the mean squared distance from its mean: after a collapse it is a small part of ${besides(loss, squared)}.`;
  },
  remedy({ loss }) {
    if (isOfTriplets(loss))
      return 'Change the mining to batch-all or semi-hard: in our runs both brought a collapsed network back. Batch-hard is for later, or for plain distances in enough dimensions.';
    if (isOfPairs(loss))
      return 'Check that batches hold dissimilar pairs and that the labels are not turned round: without a push, one point is what the loss asks for.';
    return 'At this point the gradient is zero too: begin again with a smaller learning rate that is warmed up, and watch the deviation of each coordinate from the first step on.';
  },
  lab: ({ loss }) => (isHinge(loss) ? COLLAPSING : undefined),
};

export const smallInOrder: Cause = {
  name: 'small-in-order',
  label: 'Small, but in order: a collapse in size only',
  asks: (meaning, { loss, lengths }) => meaning === 'alike' && isHinge(loss) && lengths !== 'free',
  judge(observation) {
    const [cloud, accuracy] = [cloudSize(observation), knownAccuracy(observation)];
    if (cloud?.size === 'wide') return { verdict: 'against', because: cloud.because };
    if (accuracy && accuracy.share < IN_ORDER)
      return { verdict: 'against', because: accuracy.words };
    if (cloud?.size === 'point' && accuracy)
      return { verdict: 'fits', because: `${cloud.because}, with ${accuracy.words}` };
    return OPEN;
  },
  tells: () =>
    'Compare accuracy with spread: on the unit sphere a network kept an accuracy of 0.8 at a spread of 0.006, so accuracy alone does not show that the cloud has shrunk.',
  remedy: ({ squared }) =>
    squared
      ? 'Try plain distances: on a sphere of 32 dimensions batch-hard with a margin of 0.2 came back out of it under plain distances with each of three seeds, and under squared ones with none.'
      : 'Give it time: under plain distances the ratio of d_an to d_ap has to pass 1 before the cloud grows again. Log that ratio.',
  lab: ({ squared }) => (squared ? { ...ON_THE_SPHERE, distance: 'squared' } : THROUGH_THE_EYE),
};

/** Whether a cloud of that size can be spread out. */
const OF_SPREAD_OUT: Readonly<Record<CloudSize['size'], Verdict>> = {
  wide: 'fits',
  small: 'open',
  point: 'against',
};

export const unaligned: Cause = {
  name: 'unaligned',
  label: 'Spread out, but positives are no nearer than negatives',
  asks: (meaning) => meaning === 'alike',
  judge(observation) {
    const cloud = cloudSize(observation);
    const { std, dims, trainAccuracy } = observation;
    if (trainAccuracy !== undefined && trainAccuracy >= IN_ORDER)
      return { verdict: 'against', because: `${percent(trainAccuracy)} accuracy in training` };
    if (cloud)
      return {
        verdict: OF_SPREAD_OUT[cloud.size],
        because: cloud.because,
      };
    if (std !== undefined && std > 0 && dims === undefined)
      return {
        verdict: 'open',
        because: `a deviation of ${told(std)} is that of a sphere filled evenly in about ${told(Math.round(1 / std ** 2))} dimensions; enter how many there are`,
      };
    return OPEN;
  },
  tells: () =>
    'Measure the deviation of each coordinate of unit vectors: about 1/√D where they are spread out, near 0 where they are one.',
  remedy: ({ loss }) =>
    SOFTMAXES.includes(loss)
      ? 'Check the pairs: that the two views come in the order in which the loss expects them, and that labels are shuffled together with images. Then train on one batch again and again: its loss has to fall.'
      : 'Check labels and shapes: that labels are shuffled together with images, and that the loss gets one embedding a row. Then train on one batch again and again: its loss has to fall.',
};

export const notStepping: Cause = {
  name: 'not-stepping',
  label: 'No step is taken, or far too small a one',
  asks: (meaning) => meaning === 'alike' || meaning === undefined,
  judge(observation) {
    const accuracy = knownAccuracy(observation);
    if (accuracy && accuracy.share >= IN_ORDER)
      return { verdict: 'against', because: accuracy.words };
    return OPEN;
  },
  tells: () => 'Compare some weights before and after ten steps, and log the norm of the gradient.',
  remedy: () =>
    'Check that the optimiser has these parameters, that nothing is detached between network and loss, and the learning rate.',
  lab: ({ loss }) => (isHinge(loss) ? { learningRate: 0.000001 } : undefined),
};
