import { batch, type ReadonlySignal, type Signal, useSignalEffect } from '@preact/signals';
import { MNIST } from '#data/digits/digitSource.ts';
import { type DataSource, isImages, sources } from '#data/sources/registry.ts';
import { lookUp } from '#metric/lookUp.ts';
import { VECTOR_CHOICES } from '#training/settings/choices.ts';
import { DEFAULT_CONFIG, SETTINGS, type TrainingConfig } from '#training/settings/table.ts';
import type { Lab } from '../run/lab.ts';
import { missingFrom } from './atHand.ts';

interface BeginningOptions {
  readonly lab: Lab;
  readonly config: ReadonlySignal<TrainingConfig>;
  readonly ready: ReadonlySignal<boolean>;
  /** Where the figure tells what is wrong. */
  readonly problems: Signal<readonly string[]>;
  set(change: Partial<TrainingConfig>): void;
  /** The samples that were shown are others now. */
  onOtherData(): void;
}

/** Keeps the settings and the data that the lab trains on together. Returns how to take other data. */
export function useBeginning(options: BeginningOptions): (data: DataSource) => void {
  const { lab, config, ready, problems, set, onOtherData } = options;

  const takeData = (data: DataSource) =>
    batch(() => {
      lab.useData(data);
      onOtherData();
      const most = data.classes.length;
      set({
        data: data.reference.source,
        weights: DEFAULT_CONFIG.weights,
        classes: 'all',
        p: Math.max(
          SETTINGS.p.range.min,
          Math.min(data === MNIST ? DEFAULT_CONFIG.p : config.value.p, most),
        ),
        // Vectors have nothing to convolve or to turn.
        ...(isImages(data) ? {} : VECTOR_CHOICES),
      });
    });

  useSignalEffect(() => {
    if (!ready.value) return;
    const missing = missingFrom(config.value, lab.data.value, lab.hasSaved.value);
    if (missing) {
      problems.value = [...problems.peek(), missing.problem];
      set(missing.instead);
      return;
    }
    const { data } = config.value;
    // What is not at hand was replaced: these come with the page.
    if (data !== 'own' && data !== lab.data.value.reference.source)
      lab.useData(lookUp(sources, 'data source', data));
  });

  return takeData;
}
