import {
  needsViews,
  otherwise,
  type Rule,
  suitsBatchHard,
  suitsContrastive,
  suitsMarginSoftmax,
} from './rule.ts';

const VIEWS = 'no labels, or one sample of each class';
const SOFTMAX = 'verification, many classes with many samples each, labels right';
const BATCH_HARD =
  'triplet loss, labels right, a network that was trained before, more than three dimensions, a batch of 128 or more';

export const LOSS: readonly Rule[] = [
  {
    when: VIEWS,
    holds: needsViews,
    advice: 'NT-Xent over two views',
    why: 'Without a second sample a positive has to be made: two augmented views of one input. What the augmentation changes is what the embedding learns to ignore.',
    source: 'Chen et al. 2020',
    lab: { loss: 'nt-xent', temperature: 0.2, sampler: 'views', augmentation: 'distortion' },
  },
  {
    when: SOFTMAX,
    holds: suitsMarginSoftmax,
    advice: 'margin softmax (ArcFace)',
    why: 'A vector stands in for each class and meets every sample, so that there is nothing to mine. It is what face recognition has come to.',
    source: 'Deng et al. 2019',
    lab: { loss: 'arc-face' },
  },
  {
    when: 'verification, labels right',
    holds: suitsContrastive,
    advice: 'contrastive loss',
    why: 'Verification is one threshold for all pairs, and this loss trains distances that mean the same everywhere. On our drawn faces triplets with semi-hard negatives do no worse.',
    source: 'Hadsell et al. 2006',
    lab: { loss: 'contrastive' },
  },
  {
    ...otherwise,
    advice: 'triplet loss',
    why: 'Retrieval is order: what is near to the query counts, and not how near. A class may keep its spread, and a wrong label bends an order instead of pulling two points into one.',
    source: 'Schroff et al. 2015',
    lab: { loss: 'triplet' },
  },
];

export const BATCH: readonly Rule[] = [
  {
    when: VIEWS,
    holds: needsViews,
    advice: 'B / 2 inputs, two views of each',
    why: 'All other inputs of the batch are negatives: the larger the batch, the more of them. Gradients summed over small batches do not make a large one.',
    source: 'Chen et al. 2020',
  },
  {
    when: 'margin softmax',
    holds: suitsMarginSoftmax,
    advice: 'any: drawn as for a classifier',
    why: 'Each sample is compared with the vectors of the classes and not with the batch.',
  },
  {
    when: 'up to 32 classes',
    holds: ({ classes }) => classes === 'few',
    advice: 'all classes, equally many of each',
    why: 'With few classes a batch has room for all of them, and every anchor meets every other class at each step.',
  },
  {
    when: 'two to nine samples of each class',
    holds: ({ samples }) => samples === 'few',
    advice: 'P × K: K = 2 to 4, P = B / K',
    why: 'A class has no more to give. Drawn without regard to classes, a batch would hold hardly a positive pair.',
  },
  {
    ...otherwise,
    advice: 'P × K: K = 4, P = B / 4',
    why: 'Three positives for each anchor, and as many classes as fit: what is hard in a batch is hard among its classes only.',
    source: 'Hermans et al. 2017',
  },
];

export const MINING: readonly Rule[] = [
  {
    when: 'NT-Xent',
    holds: needsViews,
    advice: 'none: the softmax weighs them',
    why: 'Each negative counts by its share of the softmax, the nearest most: the temperature is the miner.',
    source: 'Chen et al. 2020',
    lab: { miner: 'batch-all' },
  },
  {
    when: 'margin softmax',
    holds: suitsMarginSoftmax,
    advice: 'none: each meets all classes',
    why: 'The nearest wrong class weighs most by itself.',
    source: 'Deng et al. 2019',
    lab: { miner: 'batch-all' },
  },
  {
    when: 'contrastive loss',
    holds: suitsContrastive,
    advice: 'all pairs of the batch',
    why: 'Dissimilar pairs beyond the margin cost nothing and drop out by themselves.',
    lab: { miner: 'batch-all' },
  },
  {
    when: 'two or three dimensions',
    holds: ({ space }) => space === 'plane',
    advice: 'batch-all',
    why: 'Classes block each other’s way. Hard triplets alone shrink the cloud and nothing passes; semi-hard ones alone blow it up.',
    lab: { miner: 'batch-all' },
  },
  {
    when: 'a batch of 32',
    holds: ({ batch }) => batch === 'small',
    advice: 'batch-all',
    why: 'Among so few negatives a pair may find none inside the margin. FaceNet drew 1,800 faces so that there would be one.',
    source: 'Schroff et al. 2015',
    lab: { miner: 'batch-all' },
  },
  {
    when: BATCH_HARD,
    holds: suitsBatchHard,
    advice: 'batch-hard',
    why: 'Once the order is there, the hardest triplets of a batch are those that are left to learn from. A fresh cloud they would shrink first.',
    source: 'Hermans et al. 2017',
    lab: { miner: 'batch-hard' },
  },
  {
    ...otherwise,
    advice: 'semi-hard',
    why: 'These triplets expand a fresh cloud instead of shrinking it, and a wrong label, which is among the hardest of its batch, is not sought out.',
    source: 'Schroff et al. 2015',
    lab: { miner: 'semi-hard' },
  },
];
