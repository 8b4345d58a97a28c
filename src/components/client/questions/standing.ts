import type { Given } from './answers.ts';
import { type Asked, judge, type Judgement } from './judge.ts';

/** How far a reader is with a question. */
export type Standing = 'open' | 'tried' | 'right' | 'first';

export const STANDINGS: Readonly<Record<Standing, string>> = {
  open: 'open',
  tried: 'tried',
  right: 'right',
  first: 'right at first',
};

/** Whether an answer was the right one. */
export const isRight = (judgement: Judgement) => 'right' in judgement && judgement.right;

export function standingOf(asked: Asked, given: Given): Standing {
  if (given.length === 0) return 'open';
  const at = given.findIndex((answer) => isRight(judge(asked, answer)));
  if (at < 0) return 'tried';
  return at === 0 ? 'first' : 'right';
}

export interface Count {
  readonly answered: number;
  readonly atFirst: number;
  readonly open: number;
}

/** Answered is what has been found; what was tried in vain is open. */
export function countStandings(standings: readonly Standing[]): Count {
  const atFirst = standings.filter((standing) => standing === 'first').length;
  const answered = atFirst + standings.filter((standing) => standing === 'right').length;
  return { answered, atFirst, open: standings.length - answered };
}
