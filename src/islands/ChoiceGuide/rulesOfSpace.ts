import {
  needsViews,
  otherwise,
  type Rule,
  suitsBatchHard,
  suitsContrastive,
  suitsMarginSoftmax,
} from './rule.ts';
import type { Answers } from './questions.ts';

const isCosine = (answers: Answers) => needsViews(answers) || suitsMarginSoftmax(answers);
const inPlane = ({ space }: Answers) => space === 'plane';

export const DISTANCE: readonly Rule[] = [
  {
    when: 'NT-Xent, or margin softmax',
    holds: isCosine,
    advice: 'cosine',
    why: 'The formula is one of angles: its temperature, or its margin, is set for cosines.',
    lab: { distance: 'squared' },
  },
  {
    when: 'contrastive loss',
    holds: suitsContrastive,
    advice: 'plain',
    why: 'Inside the squared hinge the push is then strongest where the pair is nearest.',
    source: 'Hadsell et al. 2006',
    lab: { distance: 'plain' },
  },
  {
    when: 'batch-hard',
    holds: suitsBatchHard,
    advice: 'plain',
    why: 'Squared, a hard triplet’s push is weaker than its pull, the weaker the harder it is. Plain, both have the same strength: more of the force goes into order.',
    source: 'Hermans et al. 2017',
    lab: { distance: 'plain' },
  },
  {
    ...otherwise,
    advice: 'squared',
    why: 'As FaceNet had it: the squared distance is smooth, also where two points coincide.',
    source: 'Schroff et al. 2015',
    lab: { distance: 'squared' },
  },
];

export const MARGIN: readonly Rule[] = [
  {
    when: 'NT-Xent',
    holds: needsViews,
    advice: 'none; temperature 0.2',
    why: 'Try 0.1 to 0.5. The smaller it is, the more the nearest negatives count, among them those that are no negatives at all.',
  },
  {
    when: 'margin softmax',
    holds: suitsMarginSoftmax,
    advice: '0.5 as an angle, scale 64',
    why: 'The values of the paper. A margin that is too large for a fresh network is best raised step by step.',
    source: 'Deng et al. 2019',
    lab: { angularMargin: 0.5, scale: 16 },
  },
  {
    when: 'contrastive loss',
    holds: suitsContrastive,
    advice: '1',
    why: 'On the unit sphere it is half of the largest distance. Random points are about √2 apart there, so that only pairs that are too near are pushed.',
    lab: { margin: 1 },
  },
  {
    when: 'two or three dimensions, embeddings of any length',
    holds: inPlane,
    advice: '0.5, squared',
    why: 'Without a fixed length the margin only sets the scale of the picture.',
    lab: { margin: 0.5 },
  },
  {
    when: 'batch-hard',
    holds: suitsBatchHard,
    advice: '0.2, or soft',
    why: 'With length 1 we have seen 0.2 work from a fresh network as well. Where lengths are free, the soft margin of Hermans et al. never lets go of a triplet.',
    source: 'Hermans et al. 2017',
    lab: { margin: 0.2, softMargin: false },
  },
  {
    ...otherwise,
    advice: '0.2, squared',
    why: 'FaceNet’s value, on the unit sphere. In 128 dimensions it cuts through the spread of random differences, so that there are semi-hard triplets from the first step.',
    source: 'Schroff et al. 2015',
    lab: { margin: 0.2 },
  },
];

export const LENGTH: readonly Rule[] = [
  {
    when: 'NT-Xent, or margin softmax',
    holds: isCosine,
    advice: 'length 1',
    why: 'Cosines see directions only.',
    lab: { normalise: true },
  },
  {
    when: 'two or three dimensions',
    holds: inPlane,
    advice: 'any length',
    why: 'On a circle ten classes are at most 0.382 from their neighbours, squared, and the plane has more room.',
    lab: { normalise: false },
  },
  {
    ...otherwise,
    advice: 'length 1',
    why: 'As FaceNet had it. Otherwise the network chooses the scale, can meet a margin by growing once its order is right, and no threshold lasts.',
    source: 'Schroff et al. 2015',
    lab: { normalise: true },
  },
];

export const SPACE: readonly Rule[] = [
  {
    when: 'two or three dimensions',
    holds: inPlane,
    advice: '2 or 3, for teaching only',
    why: 'They can be seen. For use take 64 or more.',
    lab: { dims: 2, learningRate: 0.003 },
  },
  {
    when: '16 to 64 dimensions',
    holds: ({ space }) => space === 'some',
    advice: '16 to 64',
    why: 'Enough for some dozens of classes, and quick to search.',
    lab: { dims: 16, learningRate: 0.001 },
  },
  {
    ...otherwise,
    advice: '128 to 512',
    why: 'FaceNet took 128, and systems for faces today often 512. Storage and search grow with them.',
    source: 'Schroff et al. 2015',
    lab: { dims: 32, learningRate: 0.001 },
  },
];

export const JUDGING: readonly Rule[] = [
  {
    when: 'verification',
    holds: ({ use }) => use === 'verification',
    advice: 'true accepts at a fixed FAR',
    why: 'Choose the threshold on calibration pairs, of classes that occur neither in training nor in the test, and choose it again after each training.',
  },
  {
    ...otherwise,
    advice: 'MAP@R, on held-out classes',
    why: 'Where classes are easy the first neighbour is soon right. MAP@R asks whether all that belong there come first.',
    source: 'Musgrave et al. 2020',
  },
];
