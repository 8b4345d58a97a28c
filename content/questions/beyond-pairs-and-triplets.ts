/** What the chapter on what came before and after asks. */
import type { ChapterQuestions } from '#components/questions/question.ts';

export const questions = {
  'from-one-negative-to-many': [
    {
      id: 'a-low-temperature',
      ask: 'The temperature is lowered. Which negatives count for more?',
      choices: [
        {
          text: 'The nearest ones',
          right: true,
          why: 'The weights are a softmax of similarity over temperature: the lower it is, the more the largest takes. It is mining by degrees.',
        },
        {
          text: 'The farthest ones',
          why: 'They are the least similar, and have the smallest weight at any temperature.',
        },
        {
          text: 'All alike',
          why: 'That is what a _high_ temperature comes to: all exponents near 0, all weights alike.',
        },
      ],
    },
    {
      id: 'all-weights-alike',
      ask: 'An anchor has one positive and seven negatives, and the temperature is so high that all similarities over it are as good as 0. What is the loss?',
      tolerance: 0.006,
      derived: { '2.08': Math.log(8), '1.95': Math.log(7) },
      number: {
        is: 2.08,
        why: 'All eight have the same share, the positive too: $-\\ln \\frac18 = \\ln 8 = 2.08$, wherever the points are.',
      },
      mistakes: [
        {
          is: 1.95,
          why: 'That is $\\ln 7$, the negatives alone. The positive is in the denominator as well.',
        },
        {
          is: 0,
          why: 'The _gradient_ goes to zero with $1/T$. The loss does not: the positive has an eighth of the softmax, no more.',
        },
      ],
      otherwise:
        'Eight shares that are alike are an eighth each, and the loss is minus the logarithm of one.',
    },
  ],
  'without-labels': [
    {
      id: 'negatives-of-a-view',
      derived: { '510': 2 * (256 - 1), '511': 2 * 256 - 1, '255': 256 - 1 },
      ask: 'A batch has 256 images, and two views of each. How many negatives does a view have under NT-Xent?',
      number: {
        is: 510,
        why: 'Two views of each of the 255 other images. Its own other view is the positive.',
      },
      mistakes: [
        { is: 511, why: 'One of the 511 other views is of the same image: the positive.' },
        {
          is: 255,
          why: 'So many other images there are. Both views of each are in the denominator.',
        },
        {
          is: 512,
          why: 'So many views there are in all. A view is not compared with itself, and its other view is the positive.',
        },
      ],
      otherwise: 'Count all views of the batch, and leave out those of its own image.',
    },
    {
      id: 'views-without-distortion',
      ask: 'Nothing is distorted: both views are the image itself. What does the loss still do?',
      choices: [
        {
          text: 'It pushes different images apart, and pulls nothing',
          right: true,
          why: 'The positive pair is at distance 0 whatever the network does. Nothing says which differences do not matter.',
        },
        {
          text: 'Nothing: it is 0',
          why: 'Only the pull is gone. The negatives still have a share of the softmax, and are pushed.',
        },
        {
          text: 'It draws all images to one point',
          why: 'That would give all negatives the same share as the positive, which costs much. The push prevents it.',
        },
      ],
    },
  ],
  'a-class-of-your-own': [
    {
      id: 'a-sign-is-added',
      see: { figure: 'NewClass', set: 'network: glyphs; threshold: 0.93' },
      ask: 'You draw a new sign and keep it. What is trained?',
      choices: [
        {
          text: 'Nothing',
          right: true,
          why: 'The network stays as it was. The point of the drawing is stored, and new drawings are compared with it.',
        },
        {
          text: 'The last layer',
          why: 'A classifier would need that, since it has a row for each class. Here a sign is the mean of its examples.',
        },
        {
          text: 'The whole network, for a few steps',
          why: 'That would move the points of all other signs too. The network never learns of yours.',
        },
      ],
    },
    {
      id: 'why-six-digits-were-worse',
      ask: 'Trained with triplets of six digits, the network recognises the other four less often than raw pixels do. Why?',
      choices: [
        {
          text: 'It has learned to ignore what does not tell the six apart',
          right: true,
          why: 'The loss asked for nothing else, and some of what it ignores tells a seven from a nine.',
        },
        {
          text: 'It has seen too few pictures',
          why: 'The network without labels had the same pictures, and does better than pixels.',
        },
        {
          text: 'It is too small for more',
          why: 'The network of many glyphs is of the same size, and does best of all.',
        },
      ],
    },
    {
      id: 'distance-to-a-mean',
      ask: 'A sign has two examples, at $(1, 0)$ and $(0, 1)$. How far (plain) is a drawing at $(1, 0)$ from the sign?',
      tolerance: 0.006,
      derived: {
        '0.77': Math.hypot(1 - Math.SQRT1_2, Math.SQRT1_2),
        '0.71': Math.hypot(1 - 0.5, 0.5),
        '0.59': (1 - Math.SQRT1_2) ** 2 + Math.SQRT1_2 ** 2,
      },
      number: {
        is: 0.77,
        why: 'The mean, brought back to length 1, lies at 45 degrees to each example: $\\sqrt{2 - 2 \\cos 45°} = 0.77$.',
      },
      mistakes: [
        {
          is: 0.71,
          why: 'That is to the mean as it is, $(0.5, 0.5)$. It is brought back to length 1 first.',
        },
        { is: 0.59, why: 'That is the squared distance. Here distances are plain.' },
        {
          is: 0,
          why: 'That is to the nearest example. The figure compares with the mean of the examples.',
        },
      ],
      otherwise:
        'Take the mean of the examples, make its length 1, and take the plain distance to it.',
    },
  ],
  'stand-ins-for-classes': [
    {
      id: 'clear-of-the-wedge',
      see: { figure: 'ClassVectors', set: 'kind: arcface; margin: 0.5; scale: 20' },
      ask: 'Two class vectors are at an angle of 1.6, and ArcFace has a margin of 0.5. A sample stands between them. At what angle to its own vector does the wedge begin?',
      tolerance: 0.004,
      derived: { '0.55': (1.6 - 0.5) / 2, '0.8': 1.6 / 2, '0.3': 1.6 / 2 - 0.5 },
      number: {
        is: 0.55,
        why: 'There $\\theta + 0.5$ is the angle $1.6 - \\theta$ to the other vector. Half of the wedge lies on either side of the boundary.',
      },
      mistakes: [
        { is: 0.8, why: 'That is the boundary, where a sample may stop without a margin.' },
        {
          is: 0.3,
          why: 'That takes the whole margin from the boundary. It is the width of the wedge, of which half lies on this side.',
        },
      ],
      otherwise:
        'Find the angle at which $\\theta$ plus the margin is the angle to the other vector.',
    },
    {
      id: 'a-scale-of-one',
      derived: { '0.45': 1 / (1 + 9 * Math.exp(-2)) },
      ask: 'There are ten classes, the scale is 1 and there is no margin. A sample lies on its class vector, and all others are opposite. Why does it still cost something?',
      choices: [
        {
          text: 'Its class has a share of 0.45 at most',
          right: true,
          why: 'Cosines end at 1 and $-1$, so the exponents differ by 2 at most. A larger scale makes them differ by more.',
        },
        {
          text: 'It lacks a margin',
          why: 'A margin takes something from its own logit, and makes the loss larger.',
        },
        {
          text: 'It could be nearer to its class vector',
          why: 'It lies on it: its cosine is 1, and cannot be larger.',
        },
      ],
    },
    {
      id: 'someone-not-trained-on',
      ask: 'A network was trained with ArcFace. How does it recognise a person whom it was not trained on?',
      choices: [
        {
          text: 'By the distance between embeddings of their pictures',
          right: true,
          why: 'Class vectors were needed for training only. What is kept is the network.',
        },
        {
          text: 'By the nearest class vector',
          why: 'That is a person who was trained on. The vectors are thrown away after training.',
        },
        {
          text: 'It must be trained again, with one more class vector',
          why: 'A classifier would have to. Embeddings of new people are compared with one another.',
        },
      ],
    },
  ],
  'words-and-pictures': [
    {
      id: 'the-same-caption',
      ask: 'Of eight captions in a batch, four are the same. What can CLIP’s loss not fall below?',
      tolerance: 0.006,
      derived: { '0.69': 0.5 * Math.log(4), '1.39': Math.log(4) },
      number: {
        is: 0.69,
        why: 'Four of the eight pairs can have a quarter of their row at most: $\\frac48 \\ln 4 = 0.69$. Down the columns it is the same.',
      },
      mistakes: [
        {
          is: 1.39,
          why: 'That is $\\ln 4$, what each of the four costs. The other four can cost nothing, and the loss is the mean over all eight.',
        },
        {
          is: 0,
          why: 'A picture whose caption is there four times can give it a quarter of its row, no more.',
        },
      ],
      otherwise:
        'Ask what share of its row a picture can give its own caption, when three others are the same, and take the mean over all eight.',
    },
    {
      id: 'accumulated-gradients',
      derived: { '63': 256 / 4 - 1, '255': 256 - 1, '252': 4 * (256 / 4 - 1) },
      ask: 'A batch of 256 pairs does not fit into memory. You work through four of 64 and add their gradients. How many negatives does each picture meet?',
      number: {
        is: 63,
        why: 'Each softmax is over what is in memory with it. The similarities between the quarters are never computed.',
      },
      mistakes: [
        {
          is: 255,
          why: 'That takes a row of all 256 similarities, and so all embeddings at once. The sum of four losses has no such row.',
        },
        { is: 64, why: 'One of the 64 captions is its own.' },
        {
          is: 252,
          why: 'Four times 63 count the rows of four different pictures. Each picture stands in one of the quarters only.',
        },
      ],
      otherwise: 'Count the captions that stand in a denominator with its own.',
    },
  ],
  'what-came-after': [
    {
      id: 'n-pair-with-one-negative',
      ask: 'What is the N-pair loss when there is a single negative?',
      choices: [
        {
          text: 'A soft margin, on similarities',
          right: true,
          why: 'A softmax over two is $\\ln(1 + e^{s_n - s_p})$: what a triplet costs under the soft margin, with similarities in place of distances.',
        },
        {
          text: 'The triplet loss with its hinge',
          why: 'The hinge is zero once the margin holds. A softmax gives the negative some share wherever it is.',
        },
        {
          text: 'The contrastive loss',
          why: 'That looks at one pair at a time. Here positive and negative are weighed against each other.',
        },
      ],
    },
    {
      id: 'positives-without-labels',
      ask: 'NT-Xent makes its positives of one picture, by distorting it twice. What are two different pictures of a seven to it?',
      choices: [
        {
          text: 'Negatives, like any two pictures of a batch',
          right: true,
          why: 'Without labels it cannot know better. Such false negatives cost something, and are few where there are many classes.',
        },
        {
          text: 'Positives: they are of one class',
          why: 'Nobody has told it the classes. SupCon is told, and counts all pictures of a class as positives.',
        },
        {
          text: 'Neither: it leaves them out',
          why: 'To leave them out it would have to know that they are of one class.',
        },
      ],
    },
  ],
} satisfies ChapterQuestions;
