/**
 * What a chapter asks its readers. Texts are plain, with `$…$` for formulas and `_…_` for emphasis;
 * each answer that people give has its own reply, which says why it is right or wrong.
 */

/** A figure that shows the case, and how it is set: spelled as in `<Try>`. */
interface Sight {
  readonly figure: string;
  readonly set: string;
}

interface Asked {
  /** Its name for good, unlike any other's: readers' answers are kept under it. */
  readonly id: string;
  readonly ask: string;
  readonly see?: Sight;
  /** Results that the texts print, as they print them, and what they come to. */
  readonly derived?: Readonly<Record<string, number>>;
}

interface Reply<Is> {
  readonly is: Is;
  readonly why: string;
}

interface Choice {
  readonly text: string;
  readonly why: string;
  /** Of one choice only. */
  readonly right?: true;
}

export interface ChoiceQuestion extends Asked {
  readonly choices: readonly Choice[];
}

export interface NumberQuestion extends Asked {
  /** By how much an answer may be off, the right one as well as a known mistake: 0 unless told. */
  readonly tolerance?: number;
  readonly number: Reply<number>;
  readonly mistakes: readonly Reply<number>[];
  /** To any other number. */
  readonly otherwise: string;
}

export interface WordQuestion extends Asked {
  /** The ways of writing it, in lower case; the first is the one that is shown. */
  readonly word: Reply<readonly string[]>;
  readonly mistakes: readonly Reply<readonly string[]>[];
  /** To any other word. */
  readonly otherwise: string;
}

export type Question = ChoiceQuestion | NumberQuestion | WordQuestion;

/** By section: the id of its heading, or of the chapter for what stands before the first. */
export type ChapterQuestions = Readonly<Record<string, readonly Question[]>>;

/** A question's form: a choice, or a number or a word to be typed. */
export type QuestionKind = 'choice' | 'number' | 'word';

export const kindOf = (question: Question): QuestionKind =>
  'choices' in question ? 'choice' : 'number' in question ? 'number' : 'word';

/** One reply of a question, to whatever form of answer. */
export interface AnyReply {
  /** The ways of giving this answer; none: any answer that no other reply is to. */
  readonly is: readonly string[];
  /** How the answer is printed. */
  readonly shown: string;
  readonly why: string;
  readonly right: boolean;
}

const letter = (place: number) => String.fromCharCode('a'.charCodeAt(0) + place);

/** All replies of a question, to be listed and looked up. */
export function repliesOf(question: Question): readonly AnyReply[] {
  if ('choices' in question)
    return question.choices.map(({ text, why, right = false }, k) => ({
      is: [letter(k)],
      shown: text,
      why,
      right,
    }));
  const { otherwise } = question;
  const rest = { is: [], shown: 'Anything else', why: otherwise, right: false };
  if ('number' in question) {
    const known = [question.number, ...question.mistakes];
    return [
      ...known.map(({ is, why }, k) => ({
        is: [String(is)],
        shown: is.toLocaleString('en', { maximumFractionDigits: 4 }),
        why,
        right: k === 0,
      })),
      rest,
    ];
  }
  const known = [question.word, ...question.mistakes];
  return [
    ...known.map(({ is, why }, k) => ({ is, shown: is[0] ?? '', why, right: k === 0 })),
    rest,
  ];
}
