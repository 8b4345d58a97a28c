import { cloudSize } from '../cloud.ts';
import { blindOfPart } from '../heights/softmax.ts';
import { told, toldHeight } from '../numbers.ts';
import { type Observation, SOFTMAXES, type StuckLoss, UNLABELLED } from '../observation.ts';
import { type Cause, OPEN } from './cause.ts';
import { IN_ORDER, percent } from './evidence.ts';

/** How many negatives an anchor of each softmax has; undefined where the batch is not told. */
const NEGATIVES: Readonly<
  Partial<Record<StuckLoss, (observation: Observation) => number | undefined>>
> = {
  'nt-xent': ({ n }) => n && 2 * n - 2,
  'info-nce': ({ n }) => n && n - 1,
  supcon: ({ n, p, k }) => (n ? 2 * n - 2 : p && k && p * k - k),
  'nt-xent-labels': ({ p, k }) => p && k && p * k - k,
};

/** Similarities are cosines: from here on no embedding can make a softmax of them sharp. */
const BLUNT = 1;
const SHARP = 0.5;

/** What a positive at cosine 1 costs among negatives at cosine 0. */
const costAtBest = (negatives: number, temperature: number): number =>
  Math.log1p(negatives * Math.exp(-1 / temperature));

export const bluntTemperature: Cause = {
  name: 'blunt-temperature',
  label: 'The temperature is too high: the softmax cannot tell candidates apart',
  asks: (meaning, { loss }) =>
    (meaning === 'alike' || meaning === undefined) && SOFTMAXES.includes(loss),
  judge(observation) {
    const { temperature, loss } = observation;
    if (temperature === undefined) return OPEN;
    const negatives = NEGATIVES[loss]?.(observation);
    const because = negatives
      ? `at T = ${told(temperature)} a positive at cosine 1 among ${told(negatives)} negatives at 0 still costs ${toldHeight(costAtBest(negatives, temperature))}`
      : `T = ${told(temperature)}`;
    if (temperature >= BLUNT) return { verdict: 'fits', because };
    return { verdict: temperature <= SHARP ? 'against' : 'open', because };
  },
  tells: () =>
    'Compute what a perfect batch would cost, ln(1 + negatives × e^(−1/T)) with cosines of 1 and 0: near the plateau itself, the loss has nowhere to fall to.',
  remedy: () =>
    'Lower T to between 0.05 and 0.5, and check that similarities are divided by it, not multiplied. Compare runs by accuracy: losses at two temperatures say nothing of one another.',
};

/** Whether the value is that of a part of the batch. */
const isOfPart = (observation: Observation): boolean => blindOfPart.places(observation).length > 0;

export const accumulation: Cause = {
  name: 'accumulation',
  label: 'The batch comes in parts: adding gradients adds no negatives',
  asks: (meaning, { loss }) =>
    (meaning === 'alike' || meaning === undefined) && blindOfPart.losses.includes(loss),
  judge(observation) {
    const [part] = blindOfPart.places(observation);
    if (part) return { verdict: 'fits', because: `${part.formula} = ${toldHeight(part.value)}` };
    return observation.n === undefined
      ? OPEN
      : { verdict: 'against', because: 'the value is that of no part of the batch' };
  },
  tells: () =>
    'Count the columns of the matrix of similarities that a loss is computed of: are they those of the whole batch?',
  remedy: () =>
    'Gather the embeddings of all parts, from all devices too, before the loss is computed: compute them first without gradients, then each part once more with them.',
};

/** How many of its own class an anchor meets among the other samples of a batch drawn at random. */
const expectedTwins = ({ n, classes }: Observation): number | undefined =>
  n === undefined || classes === undefined ? undefined : (n - 1) / classes;

/** Fewer than one in ten anchors have one. */
const FEW_TWINS = 0.1;

export const falseNegatives: Cause = {
  name: 'false-negatives',
  label: 'False negatives: samples of one kind push each other away',
  asks: (meaning, { loss }) =>
    (meaning === 'alike' || meaning === undefined) && UNLABELLED.includes(loss),
  judge(observation) {
    const twins = expectedTwins(observation);
    if (twins === undefined) return OPEN;
    const because = `in a batch of ${told(observation.n!)} each sample meets about ${told(twins)} of its own class`;
    if (twins < FEW_TWINS) return { verdict: 'against', because };
    // A few of one kind keep the loss up; they do not bring it to a blind guess.
    return { verdict: 'open', because };
  },
  tells: () =>
    'Look for duplicates in a batch, the same image or the same caption: with m copies of it besides its own partner, an anchor cannot cost less than ln(1 + m).',
  remedy: () =>
    'Draw each sample once, leave out of the denominator what is known to be the same, or use the labels there are, as SupCon does.',
};

const byAccuracy = ({ heldOutAccuracy }: Observation) =>
  heldOutAccuracy === undefined
    ? undefined
    : {
        isGood: heldOutAccuracy >= IN_ORDER,
        words: `${percent(heldOutAccuracy)} accuracy on held-out data`,
      };

export const strongViews: Cause = {
  name: 'strong-views',
  label: 'Views too strong: the two have nothing in common any more',
  asks: (meaning, { loss }) =>
    (meaning === 'alike' || meaning === undefined) && UNLABELLED.includes(loss),
  judge(observation) {
    const [cloud, accuracy] = [cloudSize(observation), byAccuracy(observation)];
    if (cloud?.size === 'point') return { verdict: 'against', because: cloud.because };
    if (isOfPart(observation))
      return { verdict: 'open', because: 'the value is that of a part of the batch' };
    return accuracy?.isGood ? { verdict: 'against', because: accuracy.words } : OPEN;
  },
  tells: () => 'Look at some pairs of views: would you know that they are of one sample?',
  remedy: () =>
    'Train without augmentation first: the loss has to fall at once. Then strengthen the views one at a time, and leave out what changes the class, as turning a six by any angle does.',
};

export const weakViews: Cause = {
  name: 'weak-views',
  label: 'Views too weak: the task is solved by what the class does not depend on',
  asks: (meaning, { loss }) =>
    (meaning === 'nothing' || meaning === undefined) && UNLABELLED.includes(loss),
  judge(observation) {
    const accuracy = byAccuracy(observation);
    if (!accuracy) return OPEN;
    return { verdict: accuracy.isGood ? 'against' : 'fits', because: accuracy.words };
  },
  tells: () =>
    'Compare the accuracy with that of raw pixels and of an untrained network: a low loss with less than theirs has learned a shortcut.',
  remedy: () =>
    'Vary in the views what a class does not depend on: place, angle, size, brightness, noise. What stays the same in both is what will be learned.',
};
