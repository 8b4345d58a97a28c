import type { Observation, StuckLoss } from '../observation.ts';

/** A place where the loss would stand, with the reader's numbers put into its formula. */
export interface Place {
  readonly value: number;
  /** "m² × share = 0.5² × 0.9231"; without the "= value" at its end. */
  readonly formula: string;
  /** For a place that is no line but a band: from which value to which. */
  readonly band?: readonly [number, number];
  /** What the formula takes for granted that the reader has not told. */
  readonly assumes?: string;
}

/**
 * What a loss does at a height: it stands there because nothing is told apart, hovers there in
 * health, or is out of work.
 */
export type Meaning = 'alike' | 'hover' | 'nothing' | 'broken';

/** A height at which a loss is known to stand. */
export interface Height {
  /** In code, and in the address of nothing. */
  readonly name: string;
  /** Ends "the value is …". */
  readonly label: string;
  /** The formula without anyone's numbers, for the table. */
  readonly formula: string;
  /** What it says of the run, in a sentence for the table. */
  readonly says: string;
  readonly meaning: Meaning;
  readonly losses: readonly StuckLoss[];
  /** Where it lies for this reader: none where its numbers are not known or it does not apply. */
  places(observation: Observation): readonly Place[];
}
