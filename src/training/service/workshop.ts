import type { Processor } from '../compute/processor.ts';
import type { Turns } from '../compute/turns.ts';

/** What the runs of a worker share. */
export interface Workshop {
  readonly processor: Processor;
  readonly turns: Turns;
  /** Resolves when waiting messages have been taken in. */
  yieldToMessages(): Promise<void>;
}
