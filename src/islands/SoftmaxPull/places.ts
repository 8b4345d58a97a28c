import { type ReadonlySignal, useComputed } from '@preact/signals';
import { degreesOf, onCircle } from '#kit/plane/circle.ts';
import type { Handle } from '#kit/plane/DraggablePoints.tsx';
import { letterOffset } from '#kit/plane/letterOffset.ts';
import type { Point } from '#kit/plane/point.ts';
import { definition, type PlaceName, plane, type SoftmaxState } from './definition.ts';

export interface PlacesProps {
  readonly state: ReadonlySignal<SoftmaxState>;
  readonly ready: ReadonlySignal<boolean>;
  set(change: Partial<SoftmaxState>): void;
}

interface PlaceOptions {
  readonly letter: string;
  readonly label: string;
  readonly subscript?: string;
  readonly mark?: string;
  readonly data?: ReadonlySignal<string>;
  /** The direction from the point to its letter, in degrees. */
  letterAt(): number;
  /** What is spoken of the place. */
  told(): string;
}

/** "negative1" as scripts and style sheets know the point: "negative-1". */
const pointName = (name: PlaceName) => name.replace(/\d/, '-$&');

/** Upwards on the page is downwards in pixels. */
const inPixels = ({ x, y }: Point): Point => ({ x, y: -y });

/** A point of the circle that the reader moves along it. */
export function usePlace(
  { state, set }: PlacesProps,
  name: PlaceName,
  { letterAt, told, data, ...options }: PlaceOptions,
): Handle {
  const position = useComputed(() => onCircle(state.value[name]));
  return {
    ...options,
    ...(data && { state: data }),
    name: pointName(name),
    home: onCircle(definition.settings[name].initial),
    position,
    letterOffset: useComputed(() =>
      letterOffset(plane, position.value, inPixels(onCircle(letterAt()))),
    ),
    value: { min: -180, max: 180, now: degreesOf, text: told },
    move: (to) => set({ [name]: degreesOf(to) }),
  };
}
