import { subscripted } from '../settings/Prose.tsx';

const MEANINGS: readonly (readonly [name: string, meaning: string])[] = [
  ['loss', 'What the batch costs before the step: the mean over the pairs or triplets that count.'],
  [
    'active share',
    'Of the pairs or triplets that the miner selected, those with a positive loss: only they move anything. What a good run has depends on the miner: under batch-all it falls towards 0, while all semi-hard selects nothing without a loss and stays at 1. A collapsed run has 1 as well, so that it tells little by itself.',
  ],
  ['recall@1', 'Of the held-out digits, those whose nearest other one is the same digit.'],
  [
    'k-NN accuracy',
    'Of the held-out digits, those that their five nearest others vote for rightly.',
  ],
  [
    'R-precision, MAP@R',
    'Of the R nearest others of a digit, where R is how many of its kind there are, the share of its kind; MAP@R asks besides that these come first. Every fourth held-out digit asks, of all of them.',
  ],
  [
    'spread',
    'The size of the cloud: the root mean square distance of the held-out digits from their centre, each time they are judged, and of a batch’s, once in ten steps. Far below the length of the margin (√m where distances are squared, m where they are plain) the loss can only stand at its dashed level, whatever k-NN accuracy says.',
  ],
  [
    'std of a coordinate, sphere',
    'On the sphere only: the standard deviation of a coordinate of the held-out digits, the mean over coordinates. It is 0 where all are one point and 1/√D, a spread of 1, where they lie all over the sphere. A loss of similarities has one height for both: the needle tells which it is.',
  ],
  [
    'stars',
    'The vectors that a loss learns for classes, drawn among the digits in the colours of these.',
  ],
  [
    'pixels',
    'What the same judge gives the raw pixels, without any network: the line that an embedding has to pass to have added something.',
  ],
  [
    'share of the force that shrinks',
    'Our own measure: the cosine between the gradient and the cloud around its centre. At 1 the batch’s forces do nothing but shrink the cloud, at 0 its size stays, below 0 it grows. Once in ten steps.',
  ],
  [
    'order of the hardest triplets',
    'd_an / d_ap of each anchor’s farthest positive and nearest negative, as plain distances: the mean of the one over the mean of the other. Below 1 the hardest triplets are hard on the whole, above 1 they are in order. It does not see the size of the cloud. Once in ten steps.',
  ],
  [
    'easy, semi-hard, hard',
    'Of all triplets that the batch offers, the shares by zone, whichever of them are selected.',
  ],
  [
    'all semi-hard, one semi-hard',
    'Two miners of the same zone: the one takes every semi-hard triplet, the other draws one at random for each pair, as FaceNet did.',
  ],
  [
    'stale',
    'Offline mining only: of the triplets of this step, chosen before the epoch, the share that is easy by now and teaches nothing.',
  ],
  [
    'full pass',
    'Offline mining only: the time for embedding the training set and choosing among it, spread over the steps of an epoch.',
  ],
  [
    'sampling, evaluation, drawing',
    'Around the step itself: choosing the batch and fetching its images; embedding the held-out digits and judging them, spread over the steps in between; and what the page spends on the picture meanwhile, on a thread of its own.',
  ],
  ['mean norm', 'How far from zero the held-out digits lie, on average.'],
  [
    'within classes, smallest gap',
    'How far a digit lies from the mean of its class, and how far apart the two nearest means are.',
  ],
  ['gradient', 'How strongly the loss pulls at the embeddings of the batch, all pulls together.'],
  [
    'steps/s, images/s',
    'Steps, and images that have gone forward and backward through the network, in a second by the clock: judging, drawing and waiting included.',
  ],
  [
    'the dashed level',
    'What the loss is once every digit lies in the same place: a curve that rests on it may be a collapse, and the spread says whether it is one.',
  ],
];

/** What is measured, a sentence each. */
export default function Glossary() {
  return (
    <dl class="lab-glossary">
      {MEANINGS.map(([name, meaning]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{subscripted(meaning)}</dd>
        </div>
      ))}
    </dl>
  );
}
