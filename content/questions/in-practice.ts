/** What the chapter on practice asks. */
import type { ChapterQuestions } from '#components/questions/question.ts';

/** A batch of 64 pictures with two views each, for NT-Xent: each view is compared with all others. */
const VIEWS = 2 * 64;

export const questions = {
  choosing: [
    {
      id: 'positives-of-single-samples',
      ask: 'You have many pictures, no labels, and hardly two that show the same thing. Where do positives come from?',
      choices: [
        {
          text: 'From two distorted views of one picture',
          right: true,
          why: 'They show the same thing by construction. A loss of the softmax family compares each view with everything else in the batch.',
        },
        {
          text: 'From the nearest pictures, pixel by pixel',
          why: 'What is near in pixels shares light and place above all. The network would learn what the pixels say already.',
        },
        {
          text: 'From nowhere: one trains on dissimilar pairs only',
          why: 'Dissimilar pairs alone spread the cloud and give it no order: nothing brings together what belongs together.',
        },
      ],
    },
    {
      id: 'a-newer-loss',
      ask: 'A paper’s new loss is three points ahead of the triplet loss. What is to be asked first?',
      choices: [
        {
          text: 'Whether both were tuned alike, on the same network and data',
          right: true,
          why: 'Much of what newer losses gained in papers was lost when all were tuned alike. It depends on the data, too: among faces the margin softmax is ahead.',
        },
        {
          text: 'Which margin it has',
          why: 'A margin belongs to its loss and its distance, and cannot be compared between two losses. The comparison as a whole can be fair or not.',
        },
        {
          text: 'Nothing: newer losses are better',
          why: 'Under equal tuning, on birds, cars and products, the gains over contrastive and triplet loss were small.',
        },
      ],
    },
  ],
  'when-the-loss-stands-still': [
    {
      id: 'height-of-nt-xent',
      ask: 'NT-Xent, a batch of 64 pictures with two views each. The network puts all views on one spot. At what height does the loss stand, to two decimals?',
      number: {
        is: Math.log(VIEWS - 1),
        why: 'Each view has 127 others to tell its partner from, all equally similar: $\\ln 127 = 4.844$, at any temperature.',
      },
      mistakes: [
        {
          is: Math.log(64),
          why: 'That is $\\ln 64$, for one candidate of each picture. Each view is compared with both views of the other pictures, and with its partner.',
        },
        {
          is: Math.log(2),
          why: 'That is the soft margin of a triplet, which has one negative. Here there are 126.',
        },
        {
          is: 0,
          why: 'A loss of 0 means that the partner is told from all others. Here it looks like any of them.',
        },
      ],
      otherwise:
        'Among how many candidates is the partner of a view, when none looks more similar than another? Take the logarithm.',
      tolerance: 0.006,
      derived: { '4.844': Math.log(VIEWS - 1), '127': VIEWS - 1, '126': VIEWS - 2 },
    },
    {
      id: 'height-and-deviation',
      ask: 'A loss stands at exactly such a height. The embeddings have length 1 and 100 dimensions, and a single coordinate has a deviation of 0.1. What does that say?',
      choices: [
        {
          text: 'They fill the sphere, but what belongs together is not together',
          right: true,
          why: 'On a sphere that is filled evenly the deviation is $1/\\sqrt{100} = 0.1$. So nothing has collapsed: look at how the positives are paired.',
        },
        {
          text: 'They have collapsed into one spot',
          why: 'There the deviation would be near 0. The height alone cannot tell the two apart, the deviation can.',
        },
        {
          text: 'Nothing: the height says it all',
          why: 'The height says that the loss cannot tell its candidates apart. Collapsed and scattered embeddings both do that.',
        },
      ],
      derived: { '0.1': 1 / Math.sqrt(100) },
    },
  ],
} satisfies ChapterQuestions;
