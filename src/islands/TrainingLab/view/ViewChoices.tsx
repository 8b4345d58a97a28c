import { type ReadonlySignal, type Signal, useComputed } from '@preact/signals';
import { Segmented } from '../../../figures/Segmented.tsx';
import { Toggle } from '../../../figures/Toggle.tsx';

const OPTIONS = [
  { value: false, label: 'dots' },
  { value: true, label: 'images' },
] as const;

interface ViewChoicesProps {
  readonly asImages: Signal<boolean>;
  readonly trails: Signal<boolean>;
  /** Vectors have no images. */
  readonly hasImages: ReadonlySignal<boolean>;
  readonly ready: ReadonlySignal<boolean>;
}

/** How the samples are drawn. */
export function ViewChoices({ asImages, trails, hasImages, ready }: ViewChoicesProps) {
  return (
    <div class="lab-view">
      <Segmented
        legend="Samples as"
        name="asImages"
        options={OPTIONS}
        value={asImages}
        ready={useComputed(() => ready.value && hasImages.value)}
        set={(chosen) => {
          asImages.value = chosen;
        }}
      />
      <Toggle
        label="trails"
        name="trails"
        value={trails}
        ready={ready}
        set={(chosen) => {
          trails.value = chosen;
        }}
      />
    </div>
  );
}
