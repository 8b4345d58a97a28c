import { type ReadonlySignal, useSignalEffect } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { differences, type TrainingConfig } from '#training/config.ts';
import type { Lab } from '../run/lab.ts';
import { createStory, type Story } from './createStory.ts';

interface StoryOptions {
  readonly lab: Lab;
  readonly config: ReadonlySignal<TrainingConfig>;
  set(config: TrainingConfig): void;
}

/** The lab's story, which goes on by itself when what it waits for has come. */
export function useStory({ lab, config, set }: StoryOptions): Story {
  const story = useMemo(() => createStory({ lab, config, set }), []);
  useSignalEffect(() => {
    const { chosen } = story;
    if (!chosen.value || differences(chosen.value, config.value).length > 0) story.forget();
  });
  useSignalEffect(() => {
    // Out of this effect: what follows changes what it reads.
    if (lab.collapsed.value) queueMicrotask(story.onCollapse);
  });
  return story;
}
