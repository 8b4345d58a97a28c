import type { Processor } from '../compute/processor.ts';
import type { Turns } from '../compute/turns.ts';
import type { OpenPartner } from '../partner/partner.ts';
import type { SpareRun } from './spareRun.ts';

/** What the runs of a worker share. */
export interface Workshop {
  readonly processor: Processor;
  readonly turns: Turns;
  /** The one partner of all of them; undefined where there is none to be had. */
  readonly openPartner?: OpenPartner;
  /** Resolves when waiting messages have been taken in. */
  yieldToMessages(): Promise<void>;
}

/** The same, with the run that was begun beforehand. */
export interface TrainingWorkshop extends Workshop {
  readonly spare: SpareRun;
}
