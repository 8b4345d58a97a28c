import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { prefersReducedMotion } from '#kit/motion/reducedMotion.ts';
import { Segmented } from '#kit/controls/Segmented.tsx';
import { Toggle } from '#kit/controls/Toggle.tsx';
import { type LabView, SAMPLES_AS } from './labView.ts';

const OPTIONS = SAMPLES_AS.map((value) => ({ value, label: value }));

interface ViewChoicesProps {
  readonly view: ReadonlySignal<LabView>;
  setView(change: Partial<LabView>): void;
  /** Vectors have no images. */
  readonly hasImages: ReadonlySignal<boolean>;
  readonly ready: ReadonlySignal<boolean>;
}

/** How the samples are drawn. */
export function ViewChoices({ view, setView, hasImages, ready }: ViewChoicesProps) {
  // Where less motion was asked for, points leave no trails.
  const still = useSignal(false);
  useEffect(() => {
    still.value = prefersReducedMotion();
  }, []);
  return (
    <div class="lab-view">
      {hasImages.value && (
        <Segmented
          legend="Samples as"
          name="samplesAs"
          options={OPTIONS}
          value={useComputed(() => view.value.samplesAs)}
          ready={ready}
          set={(samplesAs) => setView({ samplesAs })}
        />
      )}
      <Toggle
        label="trails"
        name="trails"
        value={useComputed(() => view.value.trails)}
        ready={useComputed(() => ready.value && !still.value)}
        set={(trails) => setView({ trails })}
      />
      <Toggle
        label="close up"
        name="closeUp"
        value={useComputed(() => view.value.closeUp)}
        ready={ready}
        set={(closeUp) => setView({ closeUp })}
      />
    </div>
  );
}
