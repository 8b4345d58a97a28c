import type { Sample } from './sample.ts';

/** A class that the reader has made. */
export interface Sign {
  /** For as long as it is there: names may change, and be alike. */
  readonly id: number;
  readonly name: string;
  readonly samples: readonly Sample[];
}

export type Signs = readonly Sign[];

export const MOST_SIGNS = 5;
export const MOST_EXAMPLES = 5;
export const LONGEST_NAME = 12;

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The first letter that no sign has for its name. */
const freeName = (signs: Signs): string =>
  [...LETTERS].find((letter) => signs.every(({ name }) => name !== letter)) ?? 'sign';

/** Another sign, with its first example. There may be MOST_SIGNS. */
export function withSign(signs: Signs, sample: Sample): Signs {
  if (signs.length >= MOST_SIGNS) return signs;
  const id = 1 + Math.max(0, ...signs.map((sign) => sign.id));
  return [...signs, { id, name: freeName(signs), samples: [sample] }];
}

const change = (signs: Signs, id: number, to: (sign: Sign) => Sign): Signs =>
  signs.map((sign) => (sign.id === id ? to(sign) : sign));

/** One more example of a sign; the oldest gives way where there are MOST_EXAMPLES. */
export const withExample = (signs: Signs, id: number, sample: Sample): Signs =>
  change(signs, id, (sign) => ({
    ...sign,
    samples: [...sign.samples, sample].slice(-MOST_EXAMPLES),
  }));

/** Without an example; a sign without any is gone. */
export const withoutExample = (signs: Signs, id: number, place: number): Signs =>
  change(signs, id, (sign) => ({
    ...sign,
    samples: sign.samples.filter((_, k) => k !== place),
  })).filter(({ samples }) => samples.length > 0);

export const renamed = (signs: Signs, id: number, name: string): Signs =>
  change(signs, id, (sign) => ({ ...sign, name: name.slice(0, LONGEST_NAME) }));
