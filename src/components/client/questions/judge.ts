/** An answer that a question knows: the ways of giving it (none: any other), and whether it is right. */
interface Known {
  readonly is: readonly string[];
  readonly right: boolean;
}

export interface Asked {
  readonly kind: string;
  /** By how much a number may be off. */
  readonly tolerance: number;
  readonly known: readonly Known[];
}

/** Whose reply an answer gets, by its place among the known ones; or why it is no answer. */
export type Judgement = { readonly reply: number; readonly right: boolean } | { problem: string };

/** Differences of this size come from counting in binary fractions, not from the reader. */
const ROUNDING = 1e-9;

/**
 * The number that a text spells, or undefined where it spells none: `1,200` and `1200`, `0.25`,
 * `0,25` and `1/4`, with or without a percent sign, which changes nothing.
 */
export function readNumber(text: string): number | undefined {
  const spelled = text.trim().replace(/\s*%$/, '').replace('−', '-');
  const fraction = /^(\d+)\s*\/\s*([1-9]\d*)$/.exec(spelled);
  if (fraction) return Number(fraction[1]) / Number(fraction[2]);
  const bare = /^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(spelled)
    ? spelled.replaceAll(',', '')
    : spelled.replace(',', '.');
  return /^-?(\d+(\.\d*)?|\.\d+)(e-?\d+)?$/i.test(bare) ? Number(bare) : undefined;
}

const bareWord = (text: string) => text.trim().toLowerCase().replaceAll(/\s+/g, ' ');

function placeOfNumber({ known, tolerance }: Asked, value: number): number {
  const isNear = (text: string) => Math.abs(Number(text) - value) <= tolerance + ROUNDING;
  return known.findIndex(({ is }) => is.some(isNear));
}

/** Which reply a reader's answer gets. Numbers are compared within the tolerance, words as written. */
export function judge(asked: Asked, answer: string): Judgement {
  const { kind, known } = asked;
  let place: number;
  if (kind === 'number') {
    const value = readNumber(answer);
    if (value === undefined)
      return { problem: `“${answer.trim()}” is not a number: write it like 0.25, 1/4 or 1,200.` };
    place = placeOfNumber(asked, value);
  } else {
    const word = bareWord(answer);
    if (word === '') return { problem: 'There is no answer yet: write a word.' };
    place = known.findIndex(({ is }) => is.includes(word));
  }
  const reply = place >= 0 ? place : known.findIndex(({ is }) => is.length === 0);
  if (reply < 0) return { problem: `“${answer}” is none of the choices.` };
  return { reply, right: known[reply]!.right };
}
