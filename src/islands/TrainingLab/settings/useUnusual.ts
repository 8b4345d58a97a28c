import { type ReadonlySignal, useComputed } from '@preact/signals';
import { differences } from '#training/settings/changes.ts';
import { DEFAULT_CONFIG, type TrainingConfig } from '#training/settings/table.ts';
import type { Story } from '../story/createStory.ts';

interface UnusualOptions {
  readonly config: ReadonlySignal<TrainingConfig>;
  readonly ready: ReadonlySignal<boolean>;
  readonly story: Story;
}

/** Whether anything is set to other than it is at first, by a link or a phrase and not by the story. */
export const useUnusual = ({ config, ready, story }: UnusualOptions): ReadonlySignal<boolean> =>
  useComputed(() => {
    const usual = [DEFAULT_CONFIG, ...(story.chosen.value ? [story.chosen.value] : [])];
    return ready.value && usual.every((one) => differences(one, config.value).length > 0);
  });
