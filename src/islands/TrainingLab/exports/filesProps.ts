import type { Signal } from '@preact/signals';
import type { TrainingConfig } from '#training/config.ts';
import type { Lab } from '../run/lab.ts';

export interface FilesProps {
  readonly lab: Lab;
  /** Of the run that is shown, else of the one to come. */
  readonly config: () => TrainingConfig;
  readonly useSettings: (config: TrainingConfig) => void;
}

/** Of files that can be brought back. */
export interface OpenedFilesProps extends FilesProps {
  /** Why the last one was not taken, in a sentence; '' when it was. */
  readonly problem: Signal<string>;
}
