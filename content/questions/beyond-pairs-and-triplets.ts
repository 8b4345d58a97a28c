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
