import { cloudSize } from '../cloud.ts';
import { isHinge, leavesOutSolved, takesEvery } from '../observation.ts';
import { type Cause, OPEN } from './cause.ts';
import { THROUGH_THE_EYE } from './cloud.ts';
import { MEMORISED, percent } from './evidence.ts';

/** In the recorded run of batch-all 4 in 100 at a k-NN accuracy of 0.91, and fewer later. */
const FEW = 0.3;
const GOOD = 0.8;

export const healthyHover: Cause = {
  name: 'healthy-hover',
  label: 'Health: what is averaged is only what is still wrong',
  asks: (meaning, { loss, average, mining }) =>
    isHinge(loss) &&
    (meaning === 'hover' ||
      (meaning === 'alike' && (leavesOutSolved(average) || mining === 'semi-hard'))),
  judge(observation) {
    const cloud = cloudSize(observation);
    const { active, mining, heldOutAccuracy } = observation;
    if (cloud && cloud.size !== 'wide') return { verdict: 'against', because: cloud.because };
    if (heldOutAccuracy !== undefined)
      return {
        verdict: heldOutAccuracy >= GOOD ? 'fits' : 'open',
        because: `${percent(heldOutAccuracy)} accuracy on held-out data`,
      };
    if (active !== undefined && takesEvery(mining))
      return active < FEW
        ? { verdict: 'fits', because: `${percent(active)} of the triplets have a loss` }
        : { verdict: 'open', because: `${percent(active)} of the triplets have a loss` };
    return cloud ? { verdict: 'open', because: cloud.because } : OPEN;
  },
  tells: () =>
    'Look at the accuracy, and under batch-all at the active share: it falls to a few in a hundred. Semi-hard mining takes only triplets with a loss, so its share is 1 throughout.',
  remedy: () =>
    'There is nothing to repair. Judge the run by held-out accuracy; average over all triplets if you want a loss that falls.',
  lab: ({ mining }) => ({ miner: mining === 'semi-hard' ? 'semi-hard' : 'batch-all' }),
};

export const nothingLeft: Cause = {
  name: 'nothing-left',
  label: 'Everything in the batch is in order already',
  asks: (meaning) => meaning === 'nothing',
  judge({ active, trainAccuracy, p, k }) {
    if ((p ?? 2) < 2 || (k ?? 2) < 2)
      return { verdict: 'against', because: 'there is nothing in the batch to be in order' };
    if (active !== undefined && active > 0)
      return { verdict: 'against', because: `${percent(active)} have a loss` };
    if (trainAccuracy !== undefined)
      return {
        verdict: trainAccuracy >= GOOD ? 'fits' : 'against',
        because: `${percent(trainAccuracy)} accuracy in training`,
      };
    return OPEN;
  },
  tells: () => 'Look at the accuracy in training: near 1, the batches are too easy to teach more.',
  remedy: () =>
    'Where held-out accuracy is good too, the run is done. Where it is not, take larger batches, or harder triplets now that the order is right.',
  lab: ({ loss }) => (isHinge(loss) ? THROUGH_THE_EYE : undefined),
};

export const memorised: Cause = {
  name: 'memorised',
  label: 'Learned by heart: it holds for the training data only',
  asks: (meaning, { heldOutAccuracy, trainAccuracy }) =>
    meaning === 'nothing' || (heldOutAccuracy !== undefined && trainAccuracy !== undefined),
  judge({ trainAccuracy, heldOutAccuracy }) {
    if (trainAccuracy === undefined || heldOutAccuracy === undefined) return OPEN;
    const because = `${percent(trainAccuracy)} in training, ${percent(heldOutAccuracy)} on held-out data`;
    return { verdict: trainAccuracy - heldOutAccuracy >= MEMORISED ? 'fits' : 'against', because };
  },
  tells: () => 'Compare the accuracy on training data with that on held-out classes.',
  remedy: () =>
    'Train on more classes, and augment. From a handful of identities a network can learn what tells those few apart and little else.',
  lab: () => ({ classes: '0_1_2_3_4_5' }),
};
