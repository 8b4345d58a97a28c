import { type Answers, QUESTION_NAMES, QUESTIONS } from '#islands/ChoiceGuide/questions.ts';

/** Every combination of answers to the guide's questions. */
export const everyAnswer: readonly Answers[] = QUESTION_NAMES.reduce<Partial<Answers>[]>(
  (all, name) =>
    all.flatMap((answers) =>
      QUESTIONS[name].options.map(({ value }) => ({ ...answers, [name]: value })),
    ),
  [{}],
) as Answers[];
