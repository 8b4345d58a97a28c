import {
  type ChapterQuestions,
  type ChoiceQuestion,
  type NumberQuestion,
  type Question,
  repliesOf,
  type WordQuestion,
} from './question.ts';

const SLUG = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Shorter than this a reply cannot say why. */
const SHORTEST_REPLY = 20;

/**
 * Throws at the first question of a chapter that no reader could be asked, and says what would be
 * right. `seen` has the ids of the chapters before, and gets those of this one.
 */
export function checkQuestions(
  chapter: string,
  questions: ChapterQuestions,
  seen: Set<string>,
): void {
  for (const [section, asked] of Object.entries(questions)) {
    if (asked.length < 2)
      throw new Error(
        `Questions of “${chapter}”: the section “${section}” has ${asked.length}; it is two or three.`,
      );
    for (const question of asked) {
      const problem = problemOf(question, seen);
      if (problem)
        throw new Error(`Question “${question.id}” of “${chapter}”, in “${section}”: ${problem}`);
      seen.add(question.id);
    }
  }
}

function problemOf(question: Question, seen: ReadonlySet<string>): string | undefined {
  const { id, ask } = question;
  if (!SLUG.test(id)) return 'its id is not words in lower case, joined by hyphens.';
  if (seen.has(id)) return 'another question has this id: answers are kept under it.';
  if (ask.trim() === '') return 'it asks nothing.';
  const mute = repliesOf(question).find(({ why }) => why.trim().length < SHORTEST_REPLY);
  if (mute) return `the reply to “${mute.shown}” does not say why.`;
  if ('choices' in question) return problemOfChoices(question);
  return 'number' in question ? problemOfNumber(question) : problemOfWord(question);
}

function problemOfChoices({ choices }: ChoiceQuestion): string | undefined {
  if (choices.length < 2) return 'a choice is among two at least.';
  const right = choices.filter((choice) => choice.right).length;
  if (right !== 1) return `${right} of its choices are right; it is one.`;
  const texts = choices.map(({ text }) => text);
  if (new Set(texts).size < texts.length) return 'two of its choices read the same.';
  return undefined;
}

function problemOfNumber({ number, mistakes, tolerance = 0 }: NumberQuestion): string | undefined {
  const values = [number.is, ...mistakes.map(({ is }) => is)];
  if (!values.every(Number.isFinite)) return 'an answer is not a finite number.';
  if (!(tolerance >= 0)) return `its tolerance is ${tolerance}; it is 0 or more.`;
  const isApart = (a: number, b: number) => Math.abs(a - b) > 2 * tolerance;
  const close = values.find((a, k) => !values.slice(0, k).every((b) => isApart(a, b)));
  if (close !== undefined) return `${close} is within the tolerance of another answer.`;
  return undefined;
}

function problemOfWord({ word, mistakes }: WordQuestion): string | undefined {
  if (word.is.length === 0) return 'it accepts no answer.';
  const words = [word, ...mistakes].flatMap(({ is }) => is);
  const loud = words.find((one) => one !== one.trim().toLowerCase());
  if (loud !== undefined) return `“${loud}” is not in lower case, as answers are compared.`;
  const twice = words.find((one, k) => words.indexOf(one) !== k);
  if (twice !== undefined) return `“${twice}” has two replies.`;
  return undefined;
}
