import { cloudSize } from '../cloud.ts';
import { belongsTo } from '../measures.ts';
import { isOfPairs, type Observation } from '../observation.ts';
import { type Cause, OPEN } from './cause.ts';

export const emptyBatch: Cause = {
  name: 'empty-batch',
  label: 'Nothing to compare in the batch',
  asks: (meaning, { loss }) => meaning === 'nothing' && !isOfPairs(loss),
  judge({ loss, p, k, n }) {
    if (!belongsTo('p', loss)) {
      if (n === undefined) return OPEN;
      return n === 1
        ? { verdict: 'fits', because: 'a batch of one has no negatives' }
        : { verdict: 'against', because: `there are ${n} in a batch` };
    }
    if (p === 1) return { verdict: 'fits', because: 'one class has no negatives' };
    if (k === 1) return { verdict: 'fits', because: 'one sample of each class has no positive' };
    if (p !== undefined && k !== undefined)
      return { verdict: 'against', because: `P = ${p} and K = ${k} give positives and negatives` };
    return OPEN;
  },
  tells: () =>
    'Count the valid triplets of some batches: P·K·(K − 1)·(P·K − K). Randomly drawn batches of many classes have hardly a positive pair.',
  remedy: () =>
    'Draw batches by class, P classes and K samples of each, with at least two of both. Shuffled batches of a data set with many classes will not do.',
};

export const onlySimilar: Cause = {
  name: 'only-similar',
  label: 'Only similar pairs: one point is a perfect answer',
  asks: (meaning, { loss }) => meaning === 'nothing' && isOfPairs(loss),
  judge(observation) {
    const { p } = observation;
    if (p !== undefined)
      return p < 2
        ? { verdict: 'fits', because: 'one class has only similar pairs' }
        : { verdict: 'against', because: `${p} classes in a batch give dissimilar pairs` };
    const cloud = cloudSize(observation);
    return cloud?.size === 'point' ? { verdict: 'fits', because: cloud.because } : OPEN;
  },
  tells: () => 'Count the dissimilar pairs of some batches, and check which label means similar.',
  remedy: () => 'Put dissimilar pairs into every batch. Nothing else keeps the classes apart.',
};

const hasPositives = ({ k }: Observation) => k !== undefined && k > 1;

export const noPositive: Cause = {
  name: 'no-positive',
  label: 'An anchor without a positive: a mean over nothing',
  asks: (meaning, { loss }) =>
    meaning === 'broken' && ['supcon', 'nt-xent-labels', 'triplet', 'contrastive'].includes(loss),
  judge(observation) {
    if (hasPositives(observation))
      return { verdict: 'against', because: `K = ${observation.k} gives every anchor a positive` };
    return observation.k === 1
      ? { verdict: 'fits', because: 'K = 1 leaves every anchor without one' }
      : OPEN;
  },
  tells: () => 'Count the positives of each anchor in the batch that gave NaN: is there a 0?',
  remedy: () =>
    'Leave such anchors out of the mean, as we do, or draw at least two samples of each class. Libraries differ: some count 0, some drop the anchor, some divide by zero.',
};
