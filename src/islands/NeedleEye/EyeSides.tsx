import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { type CloudSource, PictureCloud } from '#kit/scatter/PictureCloud.tsx';
import type { EyeQuantities } from './definition.ts';
import { EyeSide } from './EyeSide.tsx';
import { type Distance, DISTANCES } from './runs.ts';

interface EyeSidesProps {
  readonly quantities: ReadonlySignal<EyeQuantities>;
  readonly sources: Readonly<Record<Distance, ReadonlySignal<CloudSource | undefined>>>;
  /** Drawn when the page was built, and whether they are what is shown. */
  readonly stills: Readonly<Record<Distance, ComponentChildren>>;
  readonly isStill: ReadonlySignal<boolean>;
}

/** Both runs at the shown step, side by side. */
export function EyeSides({ quantities, sources, stills, isStill }: EyeSidesProps) {
  return (
    <div class="eye-sides">
      {DISTANCES.map((distance) => (
        <EyeSide
          key={distance}
          distance={distance}
          reading={useComputed(() => quantities.value[distance])}
        >
          <div hidden={useComputed(() => !isStill.value)}>{stills[distance]}</div>
          <div hidden={isStill}>
            <EyeCloud distance={distance} source={sources[distance]} />
          </div>
        </EyeSide>
      ))}
    </div>
  );
}

interface EyeCloudProps {
  readonly distance: Distance;
  readonly source: ReadonlySignal<CloudSource | undefined>;
}

/** The held-out digits of one run, at the scale of their cloud. */
function EyeCloud({ distance, source }: EyeCloudProps) {
  const label = useComputed(() =>
    source.value
      ? `${source.value.labels.length.toLocaleString('en')} held-out digits under ${distance} distances, at the scale of their cloud`
      : `No digits yet under ${distance} distances`,
  );
  return <PictureCloud source={source} label={label} />;
}
