import { MNIST } from '#data/digits/digitSource.ts';
import { differences } from '#training/settings/changes.ts';
import { isIdle } from '#training/settings/choices.ts';
import { DEFAULT_CONFIG } from '#training/settings/table.ts';
import type { Run } from '#training/run/run.ts';
import end from './recordedEnd.json' with { type: 'json' };

/** What is known of the recorded run: how it ended and, once it has been fetched, how it came to that. */
export type Recorded = Pick<Run, 'history'> &
  Partial<Pick<Run, 'heldOut' | 'embedding' | 'frames' | 'collapseLoss'>>;

/** What the page brings along of it. */
export const RECORDED_END: Recorded = { history: { steps: [end], evaluations: [end] } };

/** Whether the recorded run is the one that these settings would give: then it may stand for it. */
export const isRecorded = ({ settings, data }: Pick<Run, 'settings' | 'data'>): boolean =>
  data === MNIST && differences(DEFAULT_CONFIG, settings).every((name) => isIdle(name, settings));

/** The run as it is shown: while none has been begun, the recorded one where it is the same. */
export const withRecording = (run: Run, recorded: Recorded): Run =>
  run.phase === 'idle' && isRecorded(run)
    ? { ...run, ...recorded, cloudConfig: DEFAULT_CONFIG }
    : run;
