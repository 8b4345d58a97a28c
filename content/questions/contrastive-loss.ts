import type { ChapterQuestions } from '#components/questions/question.ts';
import { contrastivePair } from '#metric/contrastivePair.ts';
import { countBatch } from '#metric/counts.ts';
import { groupByLabel } from '#metric/classes.ts';

/** The loss of a pair at a plain distance. */
const lossAt = (distance: number, y: 0 | 1, margin: number) =>
  contrastivePair([0, 0], [distance, 0], y, margin).loss;

const batch = countBatch(groupByLabel([0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3]));
const dissimilar = batch.orderedNegativePairs / 2;
const similar = batch.orderedPositivePairs / 2;

export const questions = {
  'contrastive-loss': [
    {
      id: 'pair-beyond-the-margin',
      ask: 'A dissimilar pair is at plain distance $d = 1.3$, and the margin is 1. What does it cost?',
      number: {
        is: 0,
        why: 'Beyond the margin $\\max(0, 1 - 1.3)$ is 0: there is no loss, and no force.',
      },
      mistakes: [
        {
          is: 0.09,
          why: 'That is $(1 - 1.3)^2$. The maximum with 0 is taken before the square, so that nothing is paid beyond the margin.',
        },
        {
          is: 1.69,
          why: 'That is $d^2$, what a similar pair pays. Here $y = 0$, and this term is switched off.',
        },
        { is: -0.3, why: 'That is $m - d$. The maximum with 0 leaves nothing below zero.' },
      ],
      otherwise: 'With $y = 0$ one term is left, $\\max(0, m - d)^2$. Put the two numbers in.',
      tolerance: 0.001,
      derived: { '0': lossAt(1.3, 0, 1), '0.09': (1 - 1.3) ** 2, '1.69': lossAt(1.3, 1, 1) },
      see: { figure: 'PairForces', set: 'y: 0; margin: 1; i: -0.65_0; j: 0.65_0' },
    },
    {
      id: 'pair-inside-the-margin',
      ask: 'Now it is at plain distance $d = 0.6$, the margin still 1. What does it cost?',
      number: {
        is: 0.16,
        why: 'It lacks $1 - 0.6 = 0.4$ of the margin, and pays the square of that.',
      },
      mistakes: [
        { is: 0.4, why: 'That is what it lacks of the margin. The hinge is squared.' },
        { is: 0.36, why: 'That is $d^2$, what a similar pair pays at this distance.' },
        {
          is: 0.64,
          why: 'That is $m - d^2$: it is the distance that was squared here, and not the hinge.',
        },
      ],
      otherwise: 'A dissimilar pair pays $\\max(0, m - d)^2$, with the plain distance.',
      tolerance: 0.001,
      derived: {
        '0.16': lossAt(0.6, 0, 1),
        '0.4': 1 - 0.6,
        '0.36': lossAt(0.6, 1, 1),
        '0.64': 1 - 0.6 ** 2,
      },
      see: { figure: 'PairForces', set: 'y: 0; margin: 1; i: -0.3_0; j: 0.3_0' },
    },
  ],
  'two-springs': [
    {
      id: 'where-the-push-is-strongest',
      ask: 'Where does a dissimilar pair push hardest?',
      choices: [
        {
          text: 'Where the two points all but meet',
          right: true,
          why: 'The push is $2(m - d)$, so it grows up to $2m$ as the points approach. Where they coincide it has no direction.',
        },
        {
          text: 'Half way to the margin',
          why: 'There it is $m$, half of what it is when the points meet: this spring only slackens as it gets longer.',
        },
        {
          text: 'Just inside the margin',
          why: 'There it is almost slack: $2(m - d)$ goes to 0 as $d$ reaches the margin.',
        },
        {
          text: 'Far beyond the margin',
          why: 'There is no push at all: beyond the margin the loss is 0 wherever the points are.',
        },
      ],
      see: { figure: 'PairForces', set: 'y: 0; margin: 1; i: -0.3_-0.2; j: -0.28_-0.2' },
    },
    {
      id: 'everything-twice-as-large',
      ask: 'The margin and every coordinate are doubled. How many times as large is the contrastive loss?',
      number: {
        is: 4,
        why: 'Every length is doubled, the hinge $m - d$ among them, and both terms are squares. The picture is the same.',
      },
      mistakes: [
        { is: 2, why: 'The distances are doubled, and both terms of the loss square them.' },
        {
          is: 1,
          why: 'The picture is the same, but the loss is a squared length and grows with it.',
        },
        {
          is: 8,
          why: 'Each term is one square and nothing more: there is no third factor of two.',
        },
      ],
      otherwise: 'Write $2m$ and $2d$ into both terms, and take the common factor out.',
      derived: { '4': lossAt(1.2, 0, 2) / lossAt(0.6, 0, 1) },
      see: { figure: 'PairForces', set: 'y: 0; margin: 2; i: -0.6_0; j: 0.6_0' },
    },
    {
      id: 'squared-inside-the-hinge',
      ask: 'Somebody’s layer has $m - d^2$ inside the hinge where ours has $m - d$. What is lost?',
      choices: [
        {
          text: 'The push on points that nearly meet',
          right: true,
          why: 'The slope of $(m - d^2)^2$ is $-4d(m - d^2)$, and goes to 0 with $d$. The worst mistakes are corrected least.',
        },
        {
          text: 'Nothing: the margin is in other units',
          why: 'A margin in squared units moves the place where the push ends. It does not bring back the force near $d = 0$, which now has a factor $d$.',
        },
        {
          text: 'The end of the push',
          why: 'It ends here too, at $d^2 = m$. What is different is its beginning.',
        },
      ],
    },
  ],
  'what-each-half-prevents': [
    {
      id: 'pull-only-and-no-loss',
      ask: 'A run on similar pairs only has come down to a loss of 0. What has the network learned?',
      choices: [
        {
          text: 'Perhaps nothing: one point for all inputs has loss 0 as well',
          right: true,
          why: 'Nothing in this loss prefers separate classes to one heap, and the heap is the easier way there.',
        },
        {
          text: 'To tell the classes apart',
          why: 'No pair asked for that. Two classes may lie on top of each other at no cost.',
        },
        {
          text: 'To give each class a point of its own',
          why: 'That is one of the minima. One point for everything is another, and no pair prefers the first.',
        },
      ],
      see: { figure: 'PairCrowd', set: 'half: pull; points: default' },
    },
    {
      id: 'push-only',
      ask: 'And a run on dissimilar pairs only: where does it end?',
      choices: [
        {
          text: 'At rest, with different classes a margin apart and each class scattered',
          right: true,
          why: 'Beyond the margin nothing pushes. And nothing brings the points of one class together: no similar pair is in the loss.',
        },
        {
          text: 'Nowhere: the cloud grows for ever',
          why: 'Without a margin it would. With it every push ends at distance $m$.',
        },
        {
          text: 'In one cluster for each class, a margin apart',
          why: 'The gaps are right. But what would hold a cluster together? Only similar pairs pull.',
        },
      ],
      see: { figure: 'PairCrowd', set: 'half: push; points: default' },
    },
    {
      id: 'both-at-rest',
      ask: 'Each class has become a single point, and the nearest two are farther apart than the margin. What is left of the loss and of its forces?',
      choices: [
        {
          text: 'Nothing: both are 0',
          right: true,
          why: 'Similar pairs are at distance 0, where the pull $2d$ is 0, and dissimilar ones are beyond the margin. Both halves are content.',
        },
        {
          text: 'The pull, which never switches off',
          why: 'It never switches off _at a distance_. It is $2d$, and within a class of one point $d$ is 0.',
        },
        {
          text: 'A loss of $m^2$ for each two classes',
          why: 'That is the cost at distance 0. Beyond the margin a dissimilar pair pays nothing.',
        },
      ],
    },
  ],
  'in-a-batch': [
    {
      id: 'dissimilar-for-each-similar',
      ask: 'A batch has 4 classes and 4 samples of each. How many dissimilar pairs come to each similar one?',
      number: {
        is: 4,
        why: 'A sample has 3 partners and 12 strangers, and $12 / 3 = 4$: 96 pairs against 24.',
      },
      mistakes: [
        {
          is: 3,
          why: 'That counts 4 partners for 12 strangers. A sample is no partner of itself: there are $K - 1 = 3$.',
        },
        { is: 0.25, why: 'That is the other way round: similar pairs for each dissimilar one.' },
        {
          is: 1,
          why: 'There are as many samples as classes, but far more strangers than partners.',
        },
      ],
      otherwise:
        'Take one sample and count: its partners are of its class, its strangers are all others.',
      derived: {
        '4': dissimilar / similar,
        '96': dissimilar,
        '24': similar,
        '0.25': similar / dissimilar,
      },
    },
    {
      id: 'height-of-the-collapse',
      ask: 'That batch has collapsed into one point. The margin is 1, and the contrastive loss is averaged over all pairs. At what height does it rest?',
      number: {
        is: 0.8,
        why: 'Similar pairs cost 0 and dissimilar ones $m^2 = 1$, and 96 of the 120 pairs are dissimilar.',
      },
      mistakes: [
        {
          is: 1,
          why: 'That is what a dissimilar pair costs. The similar ones cost 0, and count in the mean.',
        },
        {
          is: 0.75,
          why: 'That is 12 of 16, which pairs each sample with itself too. It has 15 others, and 12 of them are strangers.',
        },
        {
          is: 0.5,
          why: 'So it would be with the two kinds averaged apart. Here all pairs count alike.',
        },
        { is: 0, why: 'Only the similar pairs are content with one point for all.' },
      ],
      otherwise:
        'What does a similar pair cost at distance 0, what a dissimilar one, and how many are there of each?',
      tolerance: 0.004,
      derived: {
        '0.8': (lossAt(0, 0, 1) * dissimilar + lossAt(0, 1, 1) * similar) / (dissimilar + similar),
        '96': dissimilar,
        '120': dissimilar + similar,
        '0.75': 12 / 16,
        '0.5': (lossAt(0, 0, 1) + lossAt(0, 1, 1)) / 2,
      },
    },
  ],
} satisfies ChapterQuestions;
