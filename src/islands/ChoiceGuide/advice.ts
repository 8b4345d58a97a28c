import { type Answers, QUESTIONS, type QuestionName } from './questions.ts';
import type { Rule } from './rule.ts';
import { BATCH, LOSS, MINING } from './rulesOfLoss.ts';
import { DISTANCE, JUDGING, LENGTH, MARGIN, SPACE } from './rulesOfSpace.ts';

/** What there is advice on, in the order in which it is given. */
export const KINDS = [
  { name: 'loss', label: 'loss', rules: LOSS },
  { name: 'batch', label: 'batch', rules: BATCH },
  { name: 'mining', label: 'mining', rules: MINING },
  { name: 'distance', label: 'distance', rules: DISTANCE },
  { name: 'margin', label: 'margin', rules: MARGIN },
  { name: 'length', label: 'embedding', rules: LENGTH },
  { name: 'space', label: 'dimensions', rules: SPACE },
  { name: 'judging', label: 'judged by', rules: JUDGING },
] as const satisfies readonly {
  readonly name: string;
  readonly label: string;
  readonly rules: readonly Rule[];
}[];

export type Kind = (typeof KINDS)[number]['name'];

export type Advice = Readonly<Record<Kind, Rule>>;

/** One rule of each kind: the first that holds, of which the last holds always. */
export const adviceFor = (answers: Answers): Advice =>
  Object.fromEntries(
    KINDS.map(({ name, rules }) => [name, rules.find(({ holds }) => holds(answers))]),
  ) as Advice;

/** All of an advice in a sentence, without its full stop. */
export const adviceInWords = (advice: Advice): string =>
  `Advice: ${KINDS.map(({ name, label }) => `${label} ${advice[name].advice}`).join(', ')}`;

/** Whether a question makes no difference, beside the other answers. */
export function isIdle(question: QuestionName, answers: Answers): boolean {
  const advice = adviceFor(answers);
  return QUESTIONS[question].options.every(({ value }) => {
    const other = adviceFor({ ...answers, [question]: value });
    return KINDS.every(({ name }) => other[name] === advice[name]);
  });
}
