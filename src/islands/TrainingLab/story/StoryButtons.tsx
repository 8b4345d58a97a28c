import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { Story } from './createStory.ts';

interface StoryButtonsProps {
  readonly story: Story;
  readonly ready: ReadonlySignal<boolean>;
}

/** The three runs that the lab is for. */
export function StoryButtons({ story, ready }: StoryButtonsProps) {
  const disabled = useComputed(() => !ready.value);
  return (
    <div class="lab-story">
      <button type="button" disabled={disabled} onClick={story.healthy}>
        Healthy run
      </button>
      <button type="button" disabled={disabled} onClick={story.collapse}>
        Collapse it
      </button>
      <button type="button" disabled={disabled} onClick={story.rescue}>
        Rescue it
      </button>
    </div>
  );
}
