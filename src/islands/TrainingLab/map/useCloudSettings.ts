import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { TrainingConfig } from '#training/settings/table.ts';
import type { Lab } from '../run/lab.ts';
import { trainedOn } from '../settings/trainedOn.ts';
import { marginLength, marginText } from './marginScale.ts';

/** What the settings of a cloud say of how it is drawn. */
export interface CloudSettings {
  /** The margin as a length on the plane, and what that length is called. */
  readonly marginLength: ReadonlySignal<number>;
  readonly marginText: ReadonlySignal<string>;
  /** Whether embeddings are of length 1. */
  readonly normalised: ReadonlySignal<boolean>;
  /** Labels that were held out of training, and are drawn as rings. */
  readonly rings: ReadonlySignal<ReadonlySet<number>>;
}

/** Of the embedding that is shown, whatever is set for the run to come; else of that one. */
export function useCloudSettings(lab: Lab, config: ReadonlySignal<TrainingConfig>): CloudSettings {
  const settings = useComputed(() => lab.cloudConfig.value ?? config.value);
  return {
    marginLength: useComputed(() => marginLength(settings.value)),
    marginText: useComputed(() => marginText(settings.value)),
    normalised: useComputed(() => settings.value.normalise),
    rings: useComputed((): ReadonlySet<number> => {
      const { classes } = lab.data.value;
      const trained = trainedOn(settings.value, classes.length);
      return new Set([...classes.keys()].filter((label) => !trained.includes(label)));
    }),
  };
}
