import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { type CloudSource, PictureCloud } from '#kit/scatter/PictureCloud.tsx';

interface ViewsCloudProps {
  readonly source: ReadonlySignal<CloudSource | undefined>;
  /** The end of the recorded run, drawn when the page was built, and whether it is what is shown. */
  readonly still: ComponentChildren;
  readonly isStill: ReadonlySignal<boolean>;
}

/** The held-out digits along the two axes of most variance, at the scale of their cloud. */
export function ViewsCloud({ source, still, isStill }: ViewsCloudProps) {
  const label = useComputed(() =>
    source.value
      ? `${source.value.labels.length.toLocaleString('en')} held-out digits along two principal axes of 32 dimensions`
      : 'No digits yet',
  );
  const isEmpty = useComputed(() => !isStill.value && !source.value);
  return (
    <div class="plane-box view-cloud">
      <div hidden={useComputed(() => !isStill.value)}>{still}</div>
      <div hidden={isStill}>
        <PictureCloud source={source} label={label} />
      </div>
      <p class="view-nothing" hidden={useComputed(() => !isEmpty.value)}>
        The embedding appears here once it is trained.
      </p>
    </div>
  );
}
