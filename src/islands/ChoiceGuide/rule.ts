import type { TrainingConfig } from '#training/settings/table.ts';
import type { Answers } from './questions.ts';

/** A piece of advice, and when it is given. Of the rules of a kind the first that holds counts. */
export interface Rule {
  /** When it holds, in words: "no labels, or one sample of each class". */
  readonly when: string;
  readonly holds: (answers: Answers) => boolean;
  /** What to take, short enough for a line. */
  readonly advice: string;
  /** Why, in a sentence or two. */
  readonly why: string;
  /** Whose finding it is, where it is not the article's. */
  readonly source?: string;
  /** The nearest that the lab offers. */
  readonly lab?: Partial<TrainingConfig>;
}

export const otherwise = { when: 'otherwise', holds: () => true } as const;

/** Pairs must be made: by two views of one input. */
export const needsViews = ({ labels, samples }: Answers): boolean =>
  labels === 'no' || samples === 'one';

/** As faces are: very many classes, enough samples of each, and people whom nobody has seen. */
export const suitsMarginSoftmax = (answers: Answers): boolean =>
  !needsViews(answers) &&
  answers.use === 'verification' &&
  answers.noise === 'clean' &&
  answers.classes === 'many' &&
  answers.samples === 'many';

export const suitsContrastive = (answers: Answers): boolean =>
  !needsViews(answers) &&
  !suitsMarginSoftmax(answers) &&
  answers.use === 'verification' &&
  answers.noise === 'clean';

/** Where neither of the others is advised, it is the triplet loss. */
const suitsTriplet = (answers: Answers): boolean =>
  !needsViews(answers) && !suitsMarginSoftmax(answers) && !suitsContrastive(answers);

/** The hardest of a batch: only of right labels, in a batch with a choice, with room, from a good start. */
export const suitsBatchHard = (answers: Answers): boolean =>
  suitsTriplet(answers) &&
  answers.noise === 'clean' &&
  answers.start === 'trained' &&
  answers.space !== 'plane' &&
  answers.batch !== 'small';
