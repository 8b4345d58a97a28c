import { type ReadonlySignal, type Signal, useComputed } from '@preact/signals';
import type { TargetedPointerEvent } from 'preact';
import {
  explained,
  type FaceMap,
  fitted,
  type MapState,
  middleOf,
  PEOPLE,
  PICTURES,
  personOf,
} from './definition.ts';

const SIZE = 720;
const FACE = 40;
const EDGE = 28;

interface FaceMapDrawingProps {
  readonly state: ReadonlySignal<MapState>;
  readonly map: ReadonlySignal<FaceMap>;
  /** Addresses of the pictures, once there are any. */
  readonly images: ReadonlySignal<readonly string[]>;
  /** Whom a mouse is over. */
  readonly pointed: Signal<number | undefined>;
  /** Whose pictures stand out. */
  readonly shown: ReadonlySignal<number | undefined>;
  choose(person: MapState['person']): void;
}

/** Whom a place of the drawing shows. */
function personAt(target: EventTarget | null): number | undefined {
  const text = target instanceof Element ? target.getAttribute('data-index') : null;
  return text === null ? undefined : personOf(Number(text));
}

/** All pictures where the map has them; those of the person in question stand out. */
export function FaceMapDrawing(props: FaceMapDrawingProps) {
  const { state, map, images, pointed, shown, choose } = props;
  const places = useComputed(() => fitted(map.value, SIZE, EDGE));
  /** A finger chooses: what it passes over as it scrolls is not meant. */
  const byMouse =
    (person: (target: EventTarget | null) => number | undefined) =>
    (event: TargetedPointerEvent<SVGSVGElement>) => {
      if (event.pointerType === 'mouse') pointed.value = person(event.target);
    };
  const label = useComputed(
    () =>
      `${PEOPLE} people, ${PICTURES} pictures each, along the two axes of most variance (${explained(map.value)} of it), by ${state.value.source === 'raw' ? 'raw pixels' : 'the trained network'}`,
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG drawing is no fieldset.
    <svg
      class="plane face-map"
      data-drawing
      viewBox={`0 0 ${SIZE} ${SIZE}`}
      role="group"
      aria-label={label}
      onPointerMove={byMouse(personAt)}
      onPointerLeave={byMouse(() => undefined)}
      onPointerUp={(event) => choose(personAt(event.target) ?? 'none')}
    >
      {Array.from({ length: PEOPLE }, (_, person) => (
        <Star key={person} person={person} places={places} shown={shown} />
      ))}
      {Array.from({ length: PEOPLE * PICTURES }, (_, index) => (
        <FacePoint key={index} index={index} places={places} images={images} shown={shown} />
      ))}
    </svg>
  );
}

interface PlacedProps {
  readonly places: ReadonlySignal<FaceMap['points']>;
  readonly shown: ReadonlySignal<number | undefined>;
}

/** Lines from the middle of a person's pictures to each of them. */
function Star({ person, places, shown }: PlacedProps & { readonly person: number }) {
  const d = useComputed(() => {
    const { x, y } = middleOf(places.value, person);
    return places.value
      .slice(person * PICTURES, (person + 1) * PICTURES)
      .map((at) => `M${x.toFixed(1)},${y.toFixed(1)}L${at.x.toFixed(1)},${at.y.toFixed(1)}`)
      .join('');
  });
  return <path class="star" data-shown={useComputed(() => shown.value === person)} d={d} />;
}

interface FacePointProps extends PlacedProps {
  readonly index: number;
  readonly images: ReadonlySignal<readonly string[]>;
}

/** One picture at its place. */
function FacePoint({ index, places, images, shown }: FacePointProps) {
  const place = {
    'data-index': index,
    x: useComputed(() => (places.value[index]!.x - FACE / 2).toFixed(1)),
    y: useComputed(() => (places.value[index]!.y - FACE / 2).toFixed(1)),
    width: FACE,
    height: FACE,
  };
  const picture = useComputed(() => images.value[index]);
  const isShown = useComputed(() => shown.value === personOf(index));
  const isDim = useComputed(() => shown.value !== undefined && !isShown.value);
  return (
    <g class="face-point" data-shown={isShown} data-dim={isDim}>
      <rect {...place} rx={6} />
      {picture.value && <image {...place} href={picture} />}
    </g>
  );
}
