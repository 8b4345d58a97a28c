import type { Meaning } from '../heights/height.ts';
import type { Observation } from '../observation.ts';

/** Whether what the reader has told speaks for a cause, against it, or leaves it open. */
export type Verdict = 'fits' | 'open' | 'against';

export interface Judgement {
  readonly verdict: Verdict;
  /** Why, with the reader's numbers, beginning in lower case; '' where nothing was told. */
  readonly because: string;
}

export const OPEN: Judgement = { verdict: 'open', because: '' };

/** Settings of the lab, by name, that show a case. */
export type LabSettings = Readonly<Record<string, string | number | boolean>>;

/** Something that makes a loss stand still. */
export interface Cause {
  readonly name: string;
  readonly label: string;
  /** Whether it comes into question for a value of that meaning. */
  asks(meaning: Meaning | undefined, observation: Observation): boolean;
  judge(observation: Observation): Judgement;
  /** What tells it from the others, in a sentence. */
  tells(observation: Observation): string;
  /** What to do about it, in a sentence or two. */
  remedy(observation: Observation): string;
  /** What to set in the lab to see it, where the lab can show it. */
  lab?(observation: Observation): LabSettings | undefined;
}
