import type { ChapterQuestions } from '#components/questions/question.ts';

export const questions = {
  'what-can-go-wrong': [
    {
      id: 'one-point-for-all',
      ask: 'A network puts every input on one and the same point. Which part of a loss on comparisons is content with that?',
      choices: [
        {
          text: 'The part for similar pairs',
          right: true,
          why: 'Every similar pair is at distance 0, and that is all that this part asks for.',
        },
        {
          text: 'The part for dissimilar pairs',
          why: 'It wants dissimilar inputs apart, and here they are at distance 0 as well: it is the part that objects.',
        },
        {
          text: 'Neither: there is no worse map',
          why: 'The map is useless, and still half of the loss is 0 there: similar pairs cannot be closer than on one point.',
        },
      ],
    },
    {
      id: 'why-no-classifier-collapses',
      ask: 'Why does a classifier of ten digits not end in this way, with one answer for every input?',
      choices: [
        {
          text: 'Because the names are given from outside, and one answer gets most of them wrong',
          right: true,
          why: 'With ten equally frequent digits the best constant answer gives each a tenth, and costs $\\ln 10 = 2.30$ every time. Comparisons name no place, so that a constant map can please half of them.',
        },
        {
          text: 'Because it has more parameters than an encoder',
          why: 'The network may be the very same, up to its last layer. What differs is what the loss compares its output with.',
        },
        {
          text: 'Because it looks at one input at a time',
          why: 'Looking at one input does not prevent a constant answer. What does is a target for each input that the network cannot move.',
        },
      ],
      derived: { '2.30': Math.log(10) },
    },
  ],
  'how-to-read-it': [
    {
      id: 'digits-not-trained-on',
      ask: 'The maps of this article show digits that the network was not trained on. What for?',
      choices: [
        {
          text: 'To see whether the order of the map carries over to pictures that are new',
          right: true,
          why: 'A network can learn its training pictures by heart, one by one. Order among pictures that it never saw has to come from what they show.',
        },
        {
          text: 'To see whether it recognises classes that are new',
          why: 'The pictures are new, their ten classes are not. For new classes whole classes have to be held out, as the chapter on faces does with people.',
        },
        {
          text: 'Because training pictures have no place on the map',
          why: 'Every picture has one: $f$ takes whatever it is given, those it was trained on included.',
        },
      ],
    },
    {
      id: 'what-the-plane-hides',
      ask: 'In the plane two clusters block each other’s way and do not come apart. What follows for an embedding in 128 dimensions?',
      choices: [
        {
          text: 'Little: there is nearly always a way around',
          right: true,
          why: 'How much room there is changes with the dimension more than anything else. What follows from the loss alone, forces, zones and plateaus, does not.',
        },
        {
          text: 'The same: every law of this article holds in any number of dimensions',
          why: 'The laws do, and they are about forces, zones and plateaus. That two clusters find no way past each other is no law of the loss: the plane has too little room.',
        },
        {
          text: 'Worse: there are more directions to be blocked in',
          why: 'It is the other way round: to be stuck, a cluster would have to be blocked in every one of them.',
        },
      ],
    },
  ],
} satisfies ChapterQuestions;
