import type { ReadonlySignal } from '@preact/signals';
import type { TrainingConfig } from '#training/config.ts';
import type { ComputingState } from '../computing/createComputing.ts';
import type { LabState } from '../definition.ts';
import type { DataSource } from '#data/sources/registry.ts';

/** What every part of the settings is given. */
export interface SettingsProps {
  readonly config: ReadonlySignal<TrainingConfig>;
  readonly ready: ReadonlySignal<boolean>;
  /** What is trained on. */
  readonly data: ReadonlySignal<DataSource>;
  readonly compute: ComputingState;
  /** Whether there is a saved network to begin with. */
  readonly hasSaved: ReadonlySignal<boolean>;
  set(change: Partial<LabState>): void;
  /** Trains on other data from now on. */
  takeData(data: DataSource): void;
}
