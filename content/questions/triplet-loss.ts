import type { ChapterQuestions } from '#components/questions/question.ts';
import { tripletLoss } from '#metric/tripletLoss.ts';

const lossOf = (p: number, n: number, margin: number, squared: boolean) =>
  tripletLoss([0, 0], [-p, 0], [n, 0], { margin, squared }).loss;

/** The squared distance of neighbours among classes evenly spread on the unit circle. */
const squaredGap = (classes: number) => (2 * Math.sin(Math.PI / classes)) ** 2;

export const questions = {
  'triplet-loss': [
    {
      id: 'loss-of-a-triplet',
      ask: 'Squared distances: $d_{ap} = 0.64$ and $d_{an} = 1$, with a margin of 0.5. What is the loss?',
      number: {
        is: 0.14,
        why: 'The negative is farther than the positive by 0.36, and 0.5 is asked for: $0.64 - 1 + 0.5$.',
      },
      mistakes: [
        {
          is: 0,
          why: 'The order is right, but only by 0.36: the margin asks for 0.5, and what is missing is the loss.',
        },
        {
          is: 0.86,
          why: 'The two distances have changed places. A negative that comes closer must cost more.',
        },
        {
          is: 0.3,
          why: 'That is the loss for plain distances, $0.8 - 1 + 0.5$. These two are squared already.',
        },
      ],
      otherwise:
        'The loss is $\\max(0, d_{ap} - d_{an} + m)$, with the distances as they are given.',
      tolerance: 0.001,
      derived: {
        '0.14': lossOf(0.8, 1, 0.5, true),
        '0.36': 1 - 0.64,
        '0.86': 1 - 0.64 + 0.5,
        '0.3': lossOf(0.8, 1, 0.5, false),
        '0.8': Math.sqrt(0.64),
      },
      see: {
        figure: 'TripletForces',
        set: 'squared: true; margin: 0.5; anchor: 0_0; positive: -0.8_0; negative: 1_0',
      },
    },
    {
      id: 'three-points-on-one-spot',
      ask: 'Anchor, positive and negative coincide, and the margin is 0.5. What is the loss?',
      number: {
        is: 0.5,
        why: 'Both distances are 0, squared or plain, and the margin is all that is left.',
      },
      mistakes: [
        {
          is: 0,
          why: 'No distance is left, but the demand is not met: the negative is not farther than the positive by the margin.',
        },
        {
          is: 0.25,
          why: 'The margin is not squared in the triplet loss. It stands beside the distances as it is.',
        },
      ],
      otherwise: 'Put two distances of 0 into $\\max(0, d_{ap} - d_{an} + m)$.',
      tolerance: 0.001,
      derived: { '0.5': lossOf(0, 0, 0.5, true), '0.25': 0.5 ** 2 },
      see: {
        figure: 'TripletForces',
        set: 'squared: true; margin: 0.5; anchor: 0_0; positive: 0_0; negative: 0_0',
      },
    },
    {
      id: 'margin-in-squared-units',
      ask: 'Squared distances, a margin of 0.25, and a positive at plain distance 0.5 from its anchor. From which plain distance on does a negative cost nothing?',
      number: {
        is: Math.sqrt(0.5),
        why: 'In squared units $0.5^2 + 0.25 = 0.5$ is asked for, and the root of that is 0.707.',
      },
      mistakes: [
        {
          is: 0.75,
          why: 'That adds the margin as a length, as the convention with plain distances does. Here it is added to the square.',
        },
        {
          is: 0.5,
          why: 'That is the squared distance that is asked for. The question is for its root.',
        },
      ],
      otherwise: 'Square the 0.5, add the margin, and take the root.',
      tolerance: 0.01,
      derived: { '0.707': Math.sqrt(0.5 ** 2 + 0.25), '0.5': 0.5 ** 2 + 0.25 },
      see: {
        figure: 'TripletForces',
        set: 'squared: true; margin: 0.25; anchor: 0_0; positive: -0.5_0; negative: 0.72_0',
      },
    },
  ],
  'three-forces': [
    {
      id: 'where-the-anchor-goes',
      ask: 'An active triplet with squared distances. Which way does the anchor move?',
      choices: [
        {
          text: 'In the direction from the negative to the positive, wherever the anchor is',
          right: true,
          why: 'Pull and push add up to $2(\\p - \\a) + 2(\\a - \\n) = 2(\\p - \\n)$, and the anchor drops out.',
        },
        {
          text: 'Straight to the positive',
          why: 'That is the pull alone. The push off the negative, $2(\\a - \\n)$, comes on top.',
        },
        {
          text: 'Straight away from the negative',
          why: 'That is the push alone. The pull of the positive, $2(\\p - \\a)$, comes on top.',
        },
      ],
      see: {
        figure: 'TripletForces',
        set: 'squared: true; margin: 0.5; anchor: 0.3_-0.9; positive: -0.76_0.78; negative: 0.7_0.4',
      },
    },
    {
      id: 'negative-on-the-anchor',
      ask: 'With squared distances the negative lies exactly on the anchor, the positive elsewhere. How strong is the push on the negative?',
      choices: [
        {
          text: 'There is none',
          right: true,
          why: 'It is $2(\\n - \\a)$, and this difference is zero. A squared distance is flat where it is smallest.',
        },
        {
          text: 'As strong as it gets: the loss is at its highest',
          why: 'No place of the negative costs more, and for that very reason the slope there is zero. A force is a slope.',
        },
        {
          text: 'As strong as anywhere, in a direction that is mostly noise',
          why: 'So it is with plain distances, where the push has length 1 however close the points are. Squared distances fade.',
        },
      ],
      see: {
        figure: 'TripletForces',
        set: 'squared: true; margin: 0.5; anchor: -0.1_-0.1; positive: -0.76_0.78; negative: -0.1_-0.1',
      },
    },
    {
      id: 'what-a-triplet-cannot-do',
      ask: 'A single triplet follows its own forces. What can it not do?',
      choices: [
        {
          text: 'Drift or turn as a whole',
          right: true,
          why: 'The loss depends on distances only, and neither shift nor rotation changes these: forces and torques add up to zero.',
        },
        {
          text: 'Change its size',
          why: 'It can: where the negative is the nearer one the triplet shrinks, where the positive is it grows.',
        },
        {
          text: 'Come to rest',
          why: 'It does so as soon as the negative is farther than the positive by the margin.',
        },
      ],
    },
  ],
  'order-instead-of-distance': [
    {
      id: 'broad-class-two-losses',
      ask: 'An anchor’s farthest positive is at a squared distance of 4, its nearest negative at 5. What do the two losses say, each with a margin of 0.5?',
      choices: [
        {
          text: 'The triplet loss is 0, the contrastive loss is not',
          right: true,
          why: 'No triplet lacks its margin, as $5 - 4$ is more than 0.5. But every similar pair pays its squared distance, as long as it has one.',
        },
        {
          text: 'Both are 0: the classes are well apart',
          why: 'The contrastive loss asks similar pairs to coincide. One at a squared distance of 4 pays 4.',
        },
        {
          text: 'Neither is 0: the class is too broad for either',
          why: 'The triplet loss has nothing against breadth. It compares, and every negative is farther by more than 0.5.',
        },
      ],
      see: { figure: 'CollapseDuel', set: 'margin: 0.5; seed: 3; step: 240' },
    },
    {
      id: 'inflating-the-cloud',
      ask: 'A network is free to double every coordinate. What becomes of the loss of an active triplet?',
      choices: [
        {
          text: 'It falls where the order is right and rises where it is wrong',
          right: true,
          why: 'Squared distances grow fourfold, and with them the difference $d_{ap} - d_{an}$, whatever its sign. Size meets the margin only once the order is right.',
        },
        {
          text: 'It falls: a larger cloud meets any margin',
          why: 'It does once every order is right. A hard triplet has $d_{ap} > d_{an}$, and its loss grows with the cloud.',
        },
        {
          text: 'It stays: only the order counts, and that is the same',
          why: 'The order is the same, the difference is not: it is measured against a margin that does not grow with it.',
        },
      ],
    },
    {
      id: 'four-classes-on-a-circle',
      ask: 'Four classes, each a single point, are spread evenly on the unit circle. What is the largest squared margin that all their triplets can keep?',
      number: {
        is: 2,
        why: 'Neighbours are a quarter turn apart, and $2 - 2 \\cos 90° = 2$. The positives are at distance 0.',
      },
      mistakes: [
        {
          is: Math.SQRT2,
          why: 'That is the plain distance of neighbours. In squared units it is 2.',
        },
        {
          is: 4,
          why: 'That is how far opposite classes are apart. The margin has to hold against the neighbours too.',
        },
        { is: 1, why: 'That is the radius. Neighbours are farther apart than that.' },
      ],
      otherwise:
        'How far apart are two points of the unit circle with a right angle between them, squared?',
      tolerance: 0.02,
      derived: { '2': squaredGap(4) },
    },
  ],
  silence: [
    {
      id: 'diluted-by-easy-ones',
      ask: 'Of 100 random triplets 95 are easy. How many times smaller is the gradient of the mean over all 100 than that of the mean over the active ones?',
      number: {
        is: 20,
        why: 'Both have the same sum over 5 triplets in the numerator: one divides it by 100, the other by 5.',
      },
      mistakes: [
        { is: 19, why: 'That is easy to active, 95 to 5. The mean divides by all 100.' },
        {
          is: 95,
          why: 'That is how many are silent. What counts is 100 against the 5 that are left.',
        },
        {
          is: 1,
          why: 'Easy triplets add nothing to the sum, but they are counted in what it is divided by.',
        },
      ],
      otherwise:
        'The sum is the same, since easy triplets have no gradient. By what is it divided?',
      derived: { '20': 100 / 5, '19': 95 / 5 },
    },
    {
      id: 'soft-margin-at-collapse',
      ask: 'A network that is trained with the soft margin has collapsed into one point. At what height does its loss lie, to two decimals?',
      number: {
        is: Math.log(2),
        why: 'Both distances are 0, and $\\ln(1 + e^0) = \\ln 2 = 0.693$.',
      },
      mistakes: [
        { is: 0, why: 'The exponent is 0, but $e^0$ is 1, so that the logarithm is that of 2.' },
        { is: 1, why: 'That is $e^0$. The logarithm of $1 + 1$ is still to be taken.' },
      ],
      otherwise:
        'Put a difference of 0 into $\\ln(1 + e^{d_{ap} - d_{an}})$. A soft margin has no $m$.',
      tolerance: 0.006,
      derived: { '0.693': Math.log1p(Math.exp(0)) },
    },
  ],
} satisfies ChapterQuestions;
