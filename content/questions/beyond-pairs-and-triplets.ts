/** What the chapter on what came before and after asks. */
import type { ChapterQuestions } from '#components/questions/question.ts';

export const questions = {
  'what-came-after': [
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
    {
      id: 'a-low-temperature',
      ask: 'The temperature of NT-Xent is lowered. Which negatives count for more?',
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
  ],
} satisfies ChapterQuestions;
