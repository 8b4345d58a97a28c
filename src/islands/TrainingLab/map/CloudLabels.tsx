import { type ReadonlySignal, useComputed } from '@preact/signals';
import { SIZE } from '#kit/scatter/scatter.ts';
import { ClassMedians } from './ClassMedians.tsx';
import { ClassStars } from './ClassStars.tsx';
import { placesIn, shareText } from './cloud.ts';
import { GuestMark } from './GuestMark.tsx';
import { ScaleBar } from './ScaleBar.tsx';
import { SpaceAxes } from './SpaceAxes.tsx';
import { UnitOutline } from './UnitOutline.tsx';
import type { Cloud, CloudOptions } from './useCloud.ts';
import type { useGestures } from './useGestures.ts';

interface CloudLabelsProps extends CloudOptions {
  readonly cloud: Cloud;
  /** What the margin's length is called. */
  readonly marginText: ReadonlySignal<string>;
  /** Where the chosen sample lies, in units of the drawing. */
  readonly place: ReadonlySignal<{ readonly x: number; readonly y: number } | undefined>;
  readonly gestures: ReturnType<typeof useGestures>;
}

/** What is drawn over the samples: class vectors and names, margin, axes, the guest and a ring; it takes pointer and keys. */
export function CloudLabels(props: CloudLabelsProps) {
  const { lab, data, isolated, marginLength, marginText, place, gestures } = props;
  const { cloud, drawn, isUnit, isSpace, orbit } = props.cloud;
  // Where it lay at an earlier step is not known.
  const guest = useComputed(() => {
    const point = lab.past.value === undefined ? lab.guestPoint.value : undefined;
    const isDrawn = cloud.value?.dims === drawn.value?.dims;
    return point && cloud.value && isDrawn ? placesIn(cloud.value, point) : undefined;
  });
  return (
    <svg
      class="lab-labels"
      data-drawing
      data-space={isSpace}
      data-turn={useComputed(() => orbit.value.turn)}
      data-tilt={useComputed(() => orbit.value.tilt)}
      viewBox={`0 0 ${SIZE} ${SIZE}`}
      role="application"
      aria-label={
        isSpace.value
          ? 'Held-out samples in space. Arrow keys turn it; W, A, S and D walk from sample to sample.'
          : 'Held-out samples on the plane. Arrow keys walk from sample to sample.'
      }
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys walk over its samples.
      tabIndex={0}
      {...gestures}
    >
      <UnitOutline drawn={drawn} isUnit={isUnit} isSpace={isSpace} orbit={orbit} />
      <ClassStars
        vectors={lab.shownVectors}
        classes={data.value.classes}
        cloud={cloud}
        drawn={drawn}
        isolated={isolated}
      />
      <ClassMedians classes={data.value.classes} drawn={drawn} isolated={isolated} />
      <ScaleBar drawn={drawn} marginLength={marginLength} marginText={marginText} />
      <text class="lab-shares" x="8" y="18">
        {useComputed(() =>
          isSpace.value ? 'drag to turn' : cloud.value ? shareText(cloud.value) : '',
        )}
      </text>
      <SpaceAxes isSpace={isSpace} orbit={orbit} />
      <GuestMark point={guest} drawn={drawn} />
      <circle
        class="lab-ring"
        r="7"
        cx={useComputed(() => place.value?.x ?? -SIZE)}
        cy={useComputed(() => place.value?.y ?? -SIZE)}
      />
    </svg>
  );
}
