import { type ReadonlySignal, type Signal, useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { prefersReducedMotion } from '../../../figures/reducedMotion.ts';
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
  // Where less motion was asked for, points leave no trails.
  const still = useSignal(false);
  useEffect(() => {
    still.value = prefersReducedMotion();
  }, []);
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
        ready={useComputed(() => ready.value && !still.value)}
        set={(chosen) => {
          trails.value = chosen;
        }}
      />
    </div>
  );
}
