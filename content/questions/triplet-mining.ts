import type { ChapterQuestions } from '#components/questions/question.ts';
import { groupByLabel } from '#metric/classes.ts';
import { countBatch } from '#metric/counts.ts';
import { tripletLoss } from '#metric/tripletLoss.ts';

const P = 5;
const K = 4;
const B = P * K;
const batch = countBatch(groupByLabel(Array.from({ length: B }, (_, row) => Math.floor(row / K))));

/** What each strategy takes of a batch of 5 × 4 in which every pair has a semi-hard negative. */
const perAnchor = B;
const perPair = batch.orderedPositivePairs;

/** d(loss)/ds at s = 1 of a sum over active triplets, squared distances. */
const scaleVote = (triplets: readonly (readonly [dAP: number, dAN: number])[]) =>
  2 * triplets.reduce((sum, [dAP, dAN]) => sum + (dAP - dAN), 0);

export const questions = {
  'easy-semi-hard-hard': [
    {
      id: 'is-semi-hard-backwards',
      ask: '“Semi-hard says $d_{ap} < d_{an}$. But a negative that is farther than the positive is an easy one: the condition is backwards.” Is it?',
      choices: [
        {
          text: 'No: the order is right, and the margin is still not kept',
          right: true,
          why: 'Semi-hard has an upper bound as well, $d_{an} < d_{ap} + m$. Inside it there is a loss, between 0 and $m$. The words rank the triplet, not the distance.',
        },
        {
          text: 'Yes: a semi-hard negative is nearer than the positive',
          why: 'That is a hard one: the order is wrong, and the loss is above $m$. Semi-hard lies between hard and easy.',
        },
        {
          text: 'No: the farther the negative, the harder the triplet',
          why: 'It is the other way round. A negative is hard to tell from a positive where it is near.',
        },
      ],
      see: {
        figure: 'TripletSorter',
        set: 'inspected: n4; n4: 0.96_-0.28; positive: 0.48_0.64; margin: 0.5; squared: true',
      },
    },
    {
      id: 'zone-of-a-triplet',
      ask: 'Squared distances: $d_{ap} = 0.64$ and $d_{an} = 0.5$, with a margin of 0.5. Which zone is this, in one word?',
      word: {
        is: ['hard'],
        why: 'The negative is nearer than the positive: the order is wrong, and the loss of 0.64 is more than the margin.',
      },
      mistakes: [
        {
          is: ['semi-hard', 'semihard', 'semi hard'],
          why: 'Semi-hard has the order right, $d_{an} > d_{ap}$. Here 0.5 is less than 0.64.',
        },
        {
          is: ['easy'],
          why: 'An easy negative is farther than the positive by the margin, here at 1.14 or more.',
        },
      ],
      otherwise:
        'The zones are easy, semi-hard and hard. Compare $d_{an}$ with $d_{ap}$ first, then with $d_{ap} + m$.',
      derived: {
        '0.64': tripletLoss([0, 0], [-0.8, 0], [Math.sqrt(0.5), 0], { margin: 0.5, squared: true })
          .loss,
        '1.14': 0.64 + 0.5,
      },
      see: {
        figure: 'TripletSorter',
        set: 'inspected: n2; n2: 0.5_-0.5; positive: 0.48_0.64; margin: 0.5; squared: true',
      },
    },
    {
      id: 'same-points-two-zones',
      ask: 'A positive at plain distance 0.8 and a negative at 1, with a margin of 0.3. Which zone is it with squared distances, which with plain ones?',
      choices: [
        {
          text: 'Squared easy, plain semi-hard',
          right: true,
          why: 'Squared, the negative leads by $1 - 0.64 = 0.36$, which is enough. Plain, by 0.2, which is not. The same number is another demand.',
        },
        {
          text: 'Squared semi-hard, plain easy',
          why: 'Near 1 squaring widens a lead: 0.36 squared against 0.2 plain. So the squared one meets the margin of 0.3.',
        },
        {
          text: 'Semi-hard in both',
          why: 'The order is the same in both, but the lead is not: 0.36 squared against 0.2 plain.',
        },
        {
          text: 'Easy in both',
          why: 'With plain distances the negative leads by 0.2 only, less than the margin.',
        },
      ],
      derived: { '0.36': 1 - 0.8 ** 2, '0.2': 1 - 0.8, '0.64': 0.8 ** 2 },
      see: {
        figure: 'TripletSorter',
        set: 'inspected: n4; n4: 1_0; positive: 0.48_0.64; margin: 0.3; squared: true',
      },
    },
  ],
  'where-triplets-come-from': [
    {
      id: 'valid-triplets-of-a-batch',
      ask: 'How many valid triplets has a batch of 5 classes with 4 samples each?',
      number: {
        is: 960,
        why: '20 anchors, 3 positives for each and 16 negatives for each: $20 \\cdot 3 \\cdot 16$.',
      },
      mistakes: [
        {
          is: 8000,
          why: 'That is $20^3$, every ordered triple. Most of them have no positive or no negative.',
        },
        {
          is: 1280,
          why: 'That is $20 \\cdot 4 \\cdot 16$. An anchor is no positive of itself: there are $K - 1 = 3$.',
        },
        {
          is: 480,
          why: 'That counts each pair of anchor and positive once. They do not do the same work: the negative is compared with the distance from the anchor.',
        },
        {
          is: 6840,
          why: 'That is $20 \\cdot 19 \\cdot 18$: three different samples of whatever class.',
        },
      ],
      otherwise: 'Count the anchors, the positives that each has, and the negatives that each has.',
      derived: {
        '960': batch.validTriplets,
        '8000': B ** 3,
        '1280': B * K * (B - K),
        '480': batch.validTriplets / 2,
        '6840': B * (B - 1) * (B - 2),
      },
      see: { figure: 'BatchMiner', set: 'p: 5; k: 4; strategy: batch-all' },
    },
    {
      id: 'why-a-list-gets-stale',
      ask: 'A list of hard triplets was made before the epoch. Why do many of them turn easy before their turn comes?',
      choices: [
        {
          text: 'The network that found them hard has changed since',
          right: true,
          why: 'Each step moves all embeddings, and training on hard triplets moves these first. The list still tells of the old places.',
        },
        {
          text: 'They are trained on again and again until they are easy',
          why: 'Most turn easy before they have been trained on at all: what other triplets teach moves their points too.',
        },
        {
          text: 'The list has fewer and fewer triplets left',
          why: 'It is as long as it was. What has changed is where the network puts their points.',
        },
      ],
    },
    {
      id: 'hardest-of-a-larger-batch',
      ask: 'The hardest negative of each anchor is taken from a batch of 40 samples, then from one of 400 with ten times as many classes. Which is harder?',
      choices: [
        {
          text: 'The one from 400',
          right: true,
          why: 'The nearest of more strangers is nearer. How hard “hardest” is depends on the batch, up to the whole set, whose hardest may well be mislabelled.',
        },
        {
          text: 'The one from 40: small batches are noisier',
          why: 'Noise is not hardness. With fewer strangers the nearest is farther away, as a rule.',
        },
        {
          text: 'Neither: the hardest is the hardest',
          why: 'It is the hardest of its batch. That is why batch-hard on small batches is moderate, seen from the whole set.',
        },
      ],
    },
  ],
  strategies: [
    {
      id: 'what-batch-hard-takes',
      ask: 'How many triplets does batch-hard take from a batch of 5 classes with 4 samples each?',
      number: {
        is: 20,
        why: 'One for each anchor: its farthest positive and its nearest negative.',
      },
      mistakes: [
        { is: 960, why: 'Those are all that are valid, and what batch-all takes.' },
        {
          is: 60,
          why: 'That is one for each pair of anchor and positive, $20 \\cdot 3$, as FaceNet’s semi-hard mining does where it finds a negative.',
        },
        { is: 5, why: 'That would be one for each class. Every sample is an anchor once.' },
      ],
      otherwise: 'Batch-hard takes one triplet for each anchor, and every sample is an anchor.',
      derived: { '20': perAnchor, '960': batch.validTriplets, '60': perPair },
      see: { figure: 'BatchMiner', set: 'p: 5; k: 4; strategy: batch-hard' },
    },
    {
      id: 'active-share-of-semi-hard',
      ask: 'A semi-hard run has an active share of 1 from the first step to the last. What does that say about it?',
      choices: [
        {
          text: 'Nothing: the miner takes only triplets that have a loss',
          right: true,
          why: 'Inside the margin the loss is above 0 by definition. The share is 1 in a healthy run and in a bad one.',
        },
        {
          text: 'It has collapsed',
          why: 'A collapsed run has a share of 1 as well, but so has a healthy one here. The size of the cloud tells them apart.',
        },
        {
          text: 'It does not learn, or the share would fall',
          why: 'The share falls under batch-all, which keeps looking at triplets that have become easy. Semi-hard mining leaves those out.',
        },
      ],
      see: { figure: 'BatchMiner', set: 'strategy: semi-hard-facenet' },
    },
    {
      id: 'one-wrong-label',
      ask: 'One picture of a batch bears a wrong label. Which strategy is likely to give it the most weight?',
      choices: [
        {
          text: 'Batch-hard',
          right: true,
          why: 'Far from the class that it is said to be of, it tends to be the farthest positive of all its samples, and among its own kind the nearest negative of many.',
        },
        {
          text: 'Batch-all',
          why: 'It takes part in every triplet that it can stand in there, but so does every other sample: the error is one of many voices.',
        },
        {
          text: 'Random negatives',
          why: 'By chance it is drawn as often as any other sample, and no more.',
        },
      ],
    },
  ],
  'the-scale-needle': [
    {
      id: 'vote-of-a-semi-hard-triplet',
      ask: 'A semi-hard triplet has a loss, and so it moves the cloud. Does it vote to shrink it or to expand it?',
      choices: [
        {
          text: 'To expand it',
          right: true,
          why: 'Its negative is farther than its positive. In a larger cloud it leads by more, and lacks less of the margin.',
        },
        {
          text: 'To shrink it: a smaller cloud has smaller distances',
          why: 'It also has a smaller lead of the negative over the positive, while the margin stays. The loss would rise, up to $m$ in a point.',
        },
        {
          text: 'Neither: only hard triplets change the size',
          why: 'Its derivative is $2(d_{ap} - d_{an})$, with squared distances, and that is 0 only where the two are equal.',
        },
      ],
      see: { figure: 'BatchMiner', set: 'strategy: semi-hard-facenet; motion: layer' },
    },
    {
      id: 'adding-up-votes',
      ask: 'Two active triplets, squared distances: $d_{ap} = 0.9$, $d_{an} = 0.5$ and $d_{ap} = 0.3$, $d_{an} = 0.8$. What is $\\mathrm{d}L/\\mathrm{d}s$ of the sum of their losses, at $s = 1$?',
      number: {
        is: -0.2,
        why: 'The votes are 0.4 to shrink and 0.5 to expand, and $2(0.4 - 0.5)$ is below zero: the cloud grows.',
      },
      mistakes: [
        { is: 0.2, why: 'The sign is turned round: a vote is $d_{ap} - d_{an}$.' },
        {
          is: -0.1,
          why: 'That is the sum for plain distances. Squared ones grow with $s^2$, which brings a factor of 2.',
        },
        {
          is: 1.8,
          why: 'The votes do not add up in size only: the second triplet has its negative farther out and votes against the first.',
        },
      ],
      otherwise:
        'Add $d_{ap} - d_{an}$ of both, with their signs, and double it. The margin does not come into it.',
      tolerance: 0.001,
      derived: {
        '-0.2': scaleVote([
          [0.9, 0.5],
          [0.3, 0.8],
        ]),
        '0.4': 0.9 - 0.5,
        '0.5': 0.8 - 0.3,
        '1.8': 2 * (0.4 + 0.5),
      },
    },
  ],
  'through-the-eye-of-the-needle': [
    {
      id: 'where-batch-hard-ends',
      ask: 'A fresh network is trained with batch-hard. Which of these holds?',
      choices: [
        {
          text: 'It shrinks the cloud at first. Whether the cloud comes back depends on the distance and on the room.',
          right: true,
          why: 'With squared distances it stays small. With plain ones and many dimensions it gets its order right while it is small: $d_{an}/d_{ap}$ passes 1, and from there on the votes are for growing.',
        },
        {
          text: 'It always ends in collapse: hard triplets vote to shrink',
          why: 'They do as long as they are hard. If the order becomes right while the cloud is small, the same triplets are semi-hard, and vote to expand.',
        },
        {
          text: 'With plain distances it does not shrink at all',
          why: 'It shrinks with either. What differs is how much of the force goes into the order meanwhile: with plain distances the push does not fade as the negative comes close.',
        },
      ],
      see: { figure: 'BatchMiner', set: 'strategy: batch-hard; motion: layer' },
    },
    {
      id: 'push-to-pull',
      ask: 'A hard triplet: the positive is 0.8 from the anchor, the negative 0.4, both plain. With squared distances, how strong is the push on the negative, as a fraction of the pull on the positive?',
      number: {
        is: 0.5,
        why: 'The forces are $2 \\cdot 0.4$ and $2 \\cdot 0.8$. The harder the triplet, the weaker its push.',
      },
      mistakes: [
        {
          is: 1,
          why: 'That holds for plain distances, where both forces have length 1. The square brings a factor of twice the distance.',
        },
        {
          is: 0.25,
          why: 'That is the ratio of the squared distances. Their derivatives go with the distances themselves.',
        },
        { is: 2, why: 'That is pull over push: the positive is the farther one.' },
      ],
      otherwise: 'The derivative of a squared distance $d^2$ is $2d$: take it for both.',
      tolerance: 0.001,
      derived: { '0.5': (2 * 0.4) / (2 * 0.8) },
    },
  ],
  'reading-a-flat-curve': [
    {
      id: 'how-to-tell-a-collapse',
      ask: 'A loss has lain at exactly the margin for a thousand steps. What tells whether the cloud has lost its size, with any miner?',
      choices: [
        {
          text: 'The spread of the cloud, beside the length that the margin asks for',
          right: true,
          why: 'That length is $\\sqrt{m}$ for squared distances and $m$ for plain ones. A cloud that is small against it has shrunk, in whatever way the triplets were chosen; the order ratio says whether it will come back.',
        },
        {
          text: 'The active share: in a collapse it is 1',
          why: 'So it is in a healthy semi-hard run, and batch-hard keeps to triplets most of which have a loss. Only under batch-all does the share fall far as the network learns.',
        },
        {
          text: 'The accuracy of the nearest neighbours',
          why: 'Neighbours are a matter of order. A cloud can be a hundredth of its size, with a loss at the margin, and have kept much of its order.',
        },
      ],
    },
    {
      id: 'half-the-margin',
      ask: 'A semi-hard run has hovered near $m/2$ since its first steps. What does that say?',
      choices: [
        {
          text: 'Nothing yet: a healthy run does that too',
          right: true,
          why: 'Its triplets are chosen from inside the margin, with losses between 0 and $m$, at any stage of the training.',
        },
        {
          text: 'It has collapsed half way',
          why: 'In a collapse all distances are near 0 and the loss is near $m$. Half of it is what one gets from triplets all over the ring.',
        },
        {
          text: 'Half of the triplets are solved',
          why: 'Solved ones are easy, and no easy triplet is among those that are averaged.',
        },
      ],
    },
    {
      id: 'normalised-and-collapsed',
      ask: 'Every embedding is divided by its length, and the mean norm is 1 in each step. Can the run have collapsed?',
      choices: [
        {
          text: 'Yes: all points may stand at one spot of the sphere',
          right: true,
          why: 'The norm is 1 by construction, whatever the network does. The distances among the points tell, and they may all be 0.',
        },
        {
          text: 'No: on a sphere there is no size to lose',
          why: 'There is no length to lose. But a cloud on the sphere can gather in one spot, and normalising hides just this.',
        },
        {
          text: 'No: the norm would have fallen',
          why: 'It cannot fall, as it is set to 1 in each step. That is why it says nothing here.',
        },
      ],
    },
  ],
  'train-one': [
    {
      id: 'loss-that-hardly-moves',
      ask: 'In the healthy run the loss hardly moves, while the active share falls and the clusters part. How do these agree?',
      choices: [
        {
          text: 'The loss is the mean over what is still wrong, and that is ever less',
          right: true,
          why: 'Divided by the triplets with a loss, it says how wrong those are and not how many there are. How many is what the active share says.',
        },
        {
          text: 'The network has stopped learning, and the clusters part by chance',
          why: 'The clusters are of digits that it was not trained on, and triplet after triplet has become easy. That is learning.',
        },
        {
          text: 'The margin grows along with the clusters',
          why: 'The margin is a setting and stays as it is. What changes is which triplets the mean is taken over.',
        },
      ],
    },
    {
      id: 'why-a-rescue-works',
      ask: 'A run has collapsed, its loss at the margin. Another miner is chosen, and the cloud grows back. Why is that possible?',
      choices: [
        {
          text: 'The points do not coincide exactly, and some triplets vote to expand',
          right: true,
          why: 'Only exact coincidence is without any force. What is left of the order is enough for a miner that does not listen to hard triplets alone.',
        },
        {
          text: 'A new miner starts from fresh weights',
          why: 'The weights stay as they are: only the choice of triplets is another from that step on.',
        },
        {
          text: 'The loss is 0 in a collapse, so that any step leads out',
          why: 'The loss is at the margin, not at 0. It is the direction of the force that changes with the miner.',
        },
      ],
    },
  ],
  'side-by-side': [
    {
      id: 'one-race-one-seed',
      ask: 'In one race, from one seed, strategy A ends one point of accuracy above strategy B. Is A the better one?',
      choices: [
        {
          text: 'That is not known yet: another seed may have it the other way round',
          right: true,
          why: 'Runs of one strategy differ among seeds, too. A lead counts once it is larger than that, over several seeds.',
        },
        {
          text: 'Yes: both had the same weights and the same batches',
          why: 'That takes away one source of luck. The draw of this seed may still suit A, and the next one B.',
        },
        {
          text: 'No: only the loss decides',
          why: 'Losses of two strategies are means over different triplets, and cannot be compared at all. Accuracy on held-out digits can.',
        },
      ],
      see: { figure: 'StrategyRace', set: 'measure: knnAccuracy; seed: 2' },
    },
    {
      id: 'semi-hard-without-a-sphere',
      ask: 'Semi-hard triplets only, and nothing that ties the embedding’s size down: the cloud grows and grows. Why?',
      choices: [
        {
          text: 'Each of the triplets it takes votes to expand',
          right: true,
          why: 'Hard ones, which would vote against it, are left out. FaceNet normalises its embeddings, so that there is no size to gain.',
        },
        {
          text: 'The learning rate is too high',
          why: 'A lower one only slows it down. The direction is that of the triplets, and they all agree.',
        },
        {
          text: 'The classes drive each other apart for ever',
          why: 'A negative beyond the margin is easy and drives nothing. What goes on is that the rest of the triplets want more room.',
        },
      ],
      see: { figure: 'BatchMiner', set: 'strategy: semi-hard-facenet; motion: layer' },
    },
  ],
  'room-on-the-sphere': [
    {
      id: 'random-points-on-a-sphere',
      ask: 'Two points are drawn at random on the unit sphere in 512 dimensions. How far apart are they, nearly always, as a plain distance?',
      number: {
        is: Math.SQRT2,
        why: 'Two random directions are nearly at right angles there, and $\\sqrt{2 - 2 \\cdot 0} = \\sqrt{2} = 1.414$.',
      },
      mistakes: [
        { is: 2, why: 'That is the squared distance, or the plain one of two opposite points.' },
        {
          is: 1,
          why: 'That is the radius. At distance 1 the angle would be 60°, and nearly all are near 90°.',
        },
        {
          is: 0,
          why: 'There is far too much room for them to meet: nearly all directions are at right angles.',
        },
      ],
      otherwise:
        'What is the angle between two random directions in many dimensions? The squared distance is $2 - 2 \\cos \\theta$.',
      tolerance: 0.02,
      derived: { '1.414': Math.sqrt(2 - 2 * Math.cos(Math.PI / 2)) },
      see: { figure: 'RoomOnTheSphere', set: 'dimensions: 512; squared: false' },
    },
    {
      id: 'half-of-them-are-hard',
      ask: 'Anchor, positive and negative are three random points of the sphere. How many per cent of such triplets are hard, whatever the margin?',
      number: {
        is: 50,
        why: 'Either of the two is as likely to be the nearer one, in any number of dimensions. The margin divides the other half.',
      },
      mistakes: [
        {
          is: 33,
          why: 'There are three zones, but they are not equally likely: the margin moves the border between two of them only.',
        },
        {
          is: 0,
          why: 'Nothing has brought the positive closer to the anchor than the negative: they are random, all three.',
        },
        {
          is: 100,
          why: 'For that every positive would have to be the farther one, and it is so only half of the time.',
        },
      ],
      otherwise:
        'Hard means $d_{an} \\le d_{ap}$. How likely is that if both points are drawn alike?',
      tolerance: 0.5,
      derived: { '50': 100 / 2 },
      see: { figure: 'RoomOnTheSphere', set: 'dimensions: 128; squared: false; margin: 0.2' },
    },
    {
      id: 'one-margin-more-dimensions',
      ask: 'The same margin, the same distance, more dimensions. What becomes of the share of random triplets that are easy?',
      choices: [
        {
          text: 'It falls: the same number is a wider margin',
          right: true,
          why: 'All distances gather near $\\sqrt{2}$, and so the differences $d_{an} - d_{ap}$ gather near 0. Fewer of them reach beyond the margin.',
        },
        {
          text: 'It rises: there is more room',
          why: 'There is more room, but random points use it alike: all of them are about equally far from each other.',
        },
        {
          text: 'It stays: a margin is a length',
          why: 'The length stays. What it is compared with does not: how much two distances differ shrinks with the dimension.',
        },
      ],
      see: { figure: 'RoomOnTheSphere', set: 'dimensions: 512; squared: false; margin: 0.2' },
    },
  ],
} satisfies ChapterQuestions;
