import type { ChapterQuestions } from '#components/questions/question.ts';
import { falsePositiveIdentification } from '#metric/evaluation/falsePositiveIdentification.ts';

const perCent = (share: number) => 100 * share;

/** Alarms in a million passers-by of whom one is wanted, at a false match rate of 1 in 10,000. */
const RIGHT_ALARMS = 1;
const FALSE_ALARMS = (1_000_000 - 1) * 1e-4;

export const questions = {
  'two-questions': [
    {
      id: 'false-alarms-of-a-list',
      ask: 'A false match rate of 1 in 10,000, a list of 1,000 people, comparisons that are independent. How many of a hundred strangers are taken for somebody, to one decimal?',
      number: {
        is: 9.5,
        why: 'Each stranger has a thousand chances to be mistaken: $1 - (1 - 0.0001)^{1000} = 0.0952$.',
      },
      mistakes: [
        {
          is: 0.01,
          why: 'That is the rate of a single comparison, as it is for a phone with one owner. Here each stranger is held against a thousand people.',
        },
        {
          is: 10,
          why: 'That is $N$ times the rate. It is close while the product is small, and too high: nobody is mistaken more than once for this count.',
        },
        {
          is: 0.1,
          why: 'The list has a thousand people and not ten, and the answer is out of a hundred.',
        },
      ],
      otherwise: 'The chance that one stranger is taken for nobody is $(1 - 0.0001)^{1000}$.',
      tolerance: 0.04,
      derived: {
        '9.5': perCent(falsePositiveIdentification(1e-4, 1000)),
        '0.0952': falsePositiveIdentification(1e-4, 1000),
        '10': perCent(1000 * 1e-4),
      },
    },
    {
      id: 'what-held-out-digits-show',
      ask: 'An embedding is judged on held-out pictures of the classes that it was trained on. What does this say about people whom it never met?',
      choices: [
        {
          text: 'Little: for that, whole identities have to be held out',
          right: true,
          why: 'A network may have learned what tells its training classes apart and little else. Only strangers show whether it carries over.',
        },
        {
          text: 'The same, as the pictures are new',
          why: 'The pictures are, the classes are not. A face recogniser never meets in use those whom it was trained on.',
        },
        {
          text: 'Everything, if the accuracy is high enough',
          why: 'High accuracy on known classes can go with a poor one on unknown ones: it answers the other question.',
        },
      ],
    },
  ],
  'choosing-the-threshold': [
    {
      id: 'a-lower-threshold',
      ask: 'Two pictures are accepted as one person if their distance is at most $t$. The threshold is lowered. What happens?',
      choices: [
        {
          text: 'Fewer strangers are let in, and more owners are refused',
          right: true,
          why: 'Fewer pairs of either kind are near enough. A threshold trades one error for the other.',
        },
        {
          text: 'More strangers are let in, and fewer owners are refused',
          why: 'So it would be with a threshold on a similarity. On a distance, lower is stricter.',
        },
        {
          text: 'There are fewer errors of both kinds',
          why: 'A threshold cannot do that: it only moves the place where two overlapping crowds of distances are cut. A better embedding can.',
        },
      ],
      see: {
        figure: 'VerificationThreshold',
        set: 'source: pretrained; threshold: 0.6; curve: default',
      },
    },
    {
      id: 'threshold-from-the-test',
      ask: 'A threshold is chosen so that 1\u00a0% of the test’s impostor pairs are accepted. The report says: “false accepts: 1\u00a0%.” What is wrong with it?',
      choices: [
        {
          text: 'It was set to that, and has not been measured',
          right: true,
          why: 'On any other pairs the rate is another. Choose on calibration pairs, of other people, and then measure on the test.',
        },
        {
          text: 'Nothing, if there are enough pairs',
          why: 'With more pairs the difference is smaller. It is still a choice that is reported as a result.',
        },
        {
          text: 'It should have been the equal error rate',
          why: 'That would be another number with the same flaw, if its threshold too comes from the test pairs.',
        },
      ],
    },
    {
      id: 'pairs-behind-a-rate',
      ask: 'A rate of 1 false accept in 1,000 is read off 5,000 impostor pairs. How many false accepts stand behind it?',
      number: {
        is: 5,
        why: 'And five might as well have been three or eight: the rate is known to half of itself or so.',
      },
      mistakes: [
        {
          is: 5000,
          why: 'Those are the pairs that were tried. The rate rests on the few of them that were accepted.',
        },
        { is: 1, why: 'It is 1 in a thousand, and there are five thousand.' },
        { is: 50, why: 'That would be 1 in a hundred.' },
      ],
      otherwise: 'It is the rate times the number of pairs.',
      derived: { '5': 5000 / 1000 },
    },
  ],
  'meeting-people': [
    {
      id: 'five-pictures-enrolled',
      ask: 'Five pictures of the owner are enrolled instead of one, and the nearest of them decides. The threshold stays. What happens to the errors?',
      choices: [
        {
          text: 'Fewer false rejects, more false accepts',
          right: true,
          why: 'The smallest of five distances is never larger than the first. This helps the owner, and it helps a stranger as well.',
        },
        {
          text: 'Fewer of both: there is more to go by',
          why: 'So it can be with their mean. The nearest of five gives everybody five chances, strangers included.',
        },
        {
          text: 'Only false rejects change: strangers are not enrolled',
          why: 'A stranger is held against the same five pictures, and has to come near to one of them only.',
        },
      ],
      see: {
        figure: 'UnseenFaces',
        set: 'person: 3; presented: 4; enrolled: 5; rule: nearest; turn: 0.15; nod: 0; smile: 0.3; light: 0; glasses: none',
      },
    },
    {
      id: 'fewer-alarms-than-the-formula',
      ask: 'Measured on large lists, fewer strangers are taken for somebody than $1 - (1 - \\mathrm{FMR})^N$ says. Why?',
      choices: [
        {
          text: 'One stranger’s comparisons are not independent',
          right: true,
          why: 'Some faces are near to many others and some to few. The false matches gather on some strangers, and the others are spared.',
        },
        {
          text: 'The longer the list, the better the owner’s picture is known',
          why: 'The stranger has no picture on the list at all, however long it is.',
        },
        {
          text: 'The false match rate is lower on long lists',
          why: 'It is the rate of one comparison, and the same. What the formula adds is how comparisons come together.',
        },
      ],
      see: { figure: 'UnseenFaces', set: 'gallery: 100' },
    },
  ],
  'what-is-built': [
    {
      id: 'who-was-trained-on-triplets',
      ask: 'Which of these was trained with a triplet loss?',
      choices: [
        {
          text: 'FaceNet',
          right: true,
          why: 'It made the loss famous: semi-hard negatives, squared distances, 128 numbers on the unit sphere.',
        },
        {
          text: 'The face model of dlib',
          why: 'It has a pairwise hinge: one person’s pictures within 0.6 of each other, other people’s beyond.',
        },
        {
          text: 'The weights of FaceNet’s best-known public re-implementation',
          why: 'They come from a classifier with a softmax, whatever the name suggests.',
        },
      ],
    },
    {
      id: 'what-margin-softmax-keeps',
      ask: 'A network has been trained with a margin softmax over its training people. What becomes of that classifier when somebody new is enrolled?',
      choices: [
        {
          text: 'It is not there any more: only the embedding is kept',
          right: true,
          why: 'The classifier was a means of training. A new person is a point, or a few, and is compared by distance.',
        },
        {
          text: 'It gets one more output, and is trained again',
          why: 'Nobody is trained again at an enrolment. That this is not needed is what the embedding is for.',
        },
        {
          text: 'Its outputs are compared in place of embeddings',
          why: 'Its outputs are likenesses to the people of the training set, who are of no interest by then.',
        },
      ],
    },
  ],
  'what-these-numbers-mean-for-people': [
    {
      id: 'alarms-that-are-right',
      ask: 'One passer-by in a million is wanted. The system always finds the wanted one, and takes 1 in 10,000 of the others for a wanted person. How many per cent of its alarms are right, to a whole number?',
      number: {
        is: 1,
        why: 'In a million there is one right alarm, and there are 100 false ones.',
      },
      mistakes: [
        {
          is: 100,
          why: 'That is how many of the wanted are found. Most of the alarms are for others.',
        },
        { is: 50, why: 'It is one right alarm against a hundred false ones, not against one.' },
      ],
      otherwise: 'Count in a million passers-by: the right alarms, and those among the others.',
      tolerance: 0.02,
      derived: {
        '1': perCent(RIGHT_ALARMS / (RIGHT_ALARMS + FALSE_ALARMS)),
        '100': FALSE_ALARMS,
      },
    },
    {
      id: 'a-photograph-of-the-owner',
      ask: 'Somebody holds a photograph of the owner to the camera. What keeps the door shut?',
      choices: [
        {
          text: 'A defence of its own, that asks whether a living face is there',
          right: true,
          why: 'The embedding answers whom the picture shows, and it shows the owner.',
        },
        {
          text: 'A lower threshold',
          why: 'The photograph is about as near as any picture of the owner. A threshold that refuses it refuses the owner as well.',
        },
        {
          text: 'Harder negatives in training',
          why: 'Negatives are pictures of other people. This one is of the right person.',
        },
      ],
    },
  ],
} satisfies ChapterQuestions;
