import { byReader, type ReaderEvent } from './byReader.ts';
import { byService, type ServiceEvent } from './byService.ts';
import type { Run } from './run.ts';

export type RunEvent = ReaderEvent | ServiceEvent;

/** The run after something has happened. Pure: what the worker is to be told follows in commands.ts. */
export function reduce(run: Run, event: RunEvent): Run {
  if (!('attempt' in event)) return byReader(run, event);
  return event.attempt === run.attempt && run.phase !== 'idle' && run.phase !== 'failed'
    ? byService(run, event)
    : run;
}
