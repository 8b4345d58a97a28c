import { type ReadonlySignal, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Orbit } from '#kit/plane/orbit.ts';
import { prefersReducedMotion } from '#kit/motion/reducedMotion.ts';
import { arePiled } from '#kit/scatter/piled.ts';
import { type Drawn, SIZE } from '#kit/scatter/scatter.ts';
import { useScatter } from '#kit/scatter/useScatter.ts';
import { DigitCard } from './DigitCard.tsx';
import type { DataSource } from '#data/sources/registry.ts';
import { GuestMark } from './GuestMark.tsx';
import type { Lab } from '../run/lab.ts';
import { ClassMedians } from './ClassMedians.tsx';
import { type DrawableCloud, drawable, placeIn, shareText } from './cloud.ts';
import type { LabView } from './labView.ts';
import { SpaceAxes } from './SpaceAxes.tsx';
import { UnitOutline } from './UnitOutline.tsx';
import { useGestures } from './useGestures.ts';

/** The view reaches at least so many margins from its centre to each side. */
const MARGINS_IN_VIEW = 1.5;

/** The names of the classes need so many units of the drawing. */
const ROOM_FOR_NAMES = 16;

interface ScatterProps {
  readonly lab: Lab;
  readonly data: ReadonlySignal<DataSource>;
  /** The margin as a length on the plane, and what that length is called. */
  readonly marginLength: ReadonlySignal<number>;
  readonly marginText: ReadonlySignal<string>;
  /** Whether embeddings are of length 1. */
  readonly normalised: ReadonlySignal<boolean>;
  readonly isolated: ReadonlySignal<number | undefined>;
  /** Labels that were held out of training, and are drawn as rings. */
  readonly rings: ReadonlySignal<ReadonlySet<number>>;
  readonly view: ReadonlySignal<LabView>;
  setView(change: Partial<LabView>): void;
}

/** The held-out samples where the network puts them; pointer or keys bring up one of them. */
export function Scatter(props: ScatterProps) {
  const { lab, data, marginLength, marginText, normalised, isolated, rings } = props;
  const { view, setView } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawn = useSignal<Drawn | undefined>(undefined);
  const cloud = useSignal<DrawableCloud | undefined>(undefined);
  const turn = useComputed(() => view.value.turn);
  const tilt = useComputed(() => view.value.tilt);
  const orbit = useComputed((): Orbit => ({ turn: turn.value, tilt: tilt.value }));
  const asImages = useComputed(() => view.value.samplesAs === 'images');
  const trails = useComputed(() => view.value.trails);
  const chosen = useSignal<number | undefined>(undefined);
  const empty = useComputed(() => drawn.value === undefined);
  const isSpace = useComputed(() => cloud.value?.dims === 3);
  const isUnit = useComputed(() => normalised.value && cloud.value?.axes === undefined);

  // Where it lay at an earlier step is not known.
  const guest = useComputed(() => {
    const point = lab.past.value === undefined ? lab.guestPoint.value : undefined;
    return point && cloud.value ? placeIn(cloud.value, point) : undefined;
  });

  const piled = useComputed(() => arePiled(drawn.value?.medians ?? [], ROOM_FOR_NAMES));

  const painter = useScatter(canvas, (scene, milliseconds) => {
    drawn.value = scene;
    lab.drawn(milliseconds);
  });

  useSignalEffect(() => {
    const values = lab.shownEmbedding.value;
    const labels = lab.heldOut.value?.labels;
    if (!values || !labels) {
      painter.current?.clear();
      cloud.value = undefined;
      drawn.value = undefined;
      chosen.value = undefined;
      return;
    }
    const shown = drawable(values, values.length / labels.length, cloud.peek());
    cloud.value = shown;
    const { points, dims } = shown;
    painter.current?.show(
      { points, dims, labels, classes: data.peek().classes.length, isUnit: isUnit.peek() },
      { smallestHalf: MARGINS_IN_VIEW * marginLength.peek(), still: prefersReducedMotion() },
    );
  });
  const images = useComputed(() => {
    const pixels = lab.heldOut.value?.images;
    const { height, width } = data.value;
    return asImages.value && pixels ? { pixels, height, width } : undefined;
  });
  useSignalEffect(() =>
    painter.current?.setLook({
      isolated: isolated.value,
      rings: rings.value,
      images: images.value,
      hasTrails: trails.value,
    }),
  );
  useSignalEffect(() => painter.current?.turn(orbit.value));

  const isShown = (point: number): boolean =>
    isolated.value === undefined || lab.heldOut.value?.labels[point] === isolated.value;
  const gestures = useGestures({ drawn, chosen, isSpace, orbit, turnTo: setView, isShown });

  const place = useComputed(() => {
    const at = chosen.value;
    const points = drawn.value?.points;
    if (at === undefined || !points) return undefined;
    return { x: points[2 * at]! / SIZE, y: points[2 * at + 1]! / SIZE };
  });
  const nameOf = (point: number) => data.value.classes[lab.heldOut.value?.labels[point] ?? -1];
  const spoken = useComputed(() => (chosen.value === undefined ? '' : `${nameOf(chosen.value)}`));
  const barLength = useComputed(() => marginLength.value * (drawn.value?.scale ?? 0));

  return (
    <div class="lab-plane" data-empty={empty} data-piled={piled}>
      <canvas ref={canvas} />
      <svg
        class="lab-labels"
        data-drawing={useComputed(() => (empty.value ? undefined : ''))}
        data-space={isSpace}
        data-turn={turn}
        data-tilt={tilt}
        viewBox={`0 0 ${SIZE} ${SIZE}`}
        role="application"
        aria-label={useComputed(() =>
          isSpace.value
            ? 'Held-out samples in space. Arrow keys turn it; W, A, S and D walk from sample to sample.'
            : 'Held-out samples on the plane. Arrow keys walk from sample to sample.',
        )}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys walk over its samples.
        tabIndex={0}
        {...gestures}
      >
        <UnitOutline drawn={drawn} isUnit={isUnit} isSpace={isSpace} orbit={orbit} />
        {useComputed(() => (
          <ClassMedians classes={data.value.classes} drawn={drawn} isolated={isolated} />
        ))}
        <g class="lab-scale" transform={`translate(12 ${SIZE - 14})`}>
          <path d={useComputed(() => `M0-4V4M0,0H${barLength.value}M${barLength.value}-4V4`)} />
          <text x={useComputed(() => barLength.value + 8)} y="4">
            {marginText}
          </text>
        </g>
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
          cx={useComputed(() => (place.value?.x ?? -1) * SIZE)}
          cy={useComputed(() => (place.value?.y ?? -1) * SIZE)}
        />
      </svg>
      <DigitCard
        lab={lab}
        data={data}
        chosen={chosen}
        embedding={lab.shownEmbedding}
        place={place}
      />
      <span class="visually-hidden" role="status">
        {spoken}
      </span>
    </div>
  );
}
