import type { TrainingConfig } from '#training/config.ts';
import type { History } from '#training/run/history.ts';
import type { LabView } from '../map/labView.ts';

export interface Preset {
  readonly name: string;
  /** What it is, how it differs from where it comes from, and what to watch. */
  readonly about: string;
  readonly config: TrainingConfig;
  /** How it is best looked at. */
  readonly view?: Partial<LabView>;
  /** Whether a run that began with it has come to what it asks for; missing where it asks for nothing more than Run. */
  readonly isDone?: (history: History) => boolean;
}
