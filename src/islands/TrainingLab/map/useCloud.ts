import { type ReadonlySignal, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import type { RefObject } from 'preact';
import { prefersReducedMotion } from '#kit/motion/reducedMotion.ts';
import type { Orbit } from '#kit/plane/orbit.ts';
import type { Drawn, Scatter } from '#kit/scatter/scatter.ts';
import { useScatter } from '#kit/scatter/useScatter.ts';
import type { DataSource } from '#data/sources/registry.ts';
import type { Lab } from '../run/lab.ts';
import { type DrawableCloud, drawable } from './cloud.ts';
import type { LabView } from './labView.ts';

/** The view reaches at least so many margins from its centre to each side. */
const MARGINS_IN_VIEW = 1.5;
/** Close up it reaches as far as the cloud, and some way around a single point. */
const SMALLEST_HALF = 1e-9;

export interface CloudOptions {
  readonly lab: Lab;
  readonly data: ReadonlySignal<DataSource>;
  /** The margin as a length on the plane. */
  readonly marginLength: ReadonlySignal<number>;
  /** Whether embeddings are of length 1. */
  readonly normalised: ReadonlySignal<boolean>;
  readonly isolated: ReadonlySignal<number | undefined>;
  /** Labels that were held out of training, and are drawn as rings. */
  readonly rings: ReadonlySignal<ReadonlySet<number>>;
  readonly view: ReadonlySignal<LabView>;
}

/** Dots or images, with trails or without, and which of them stand out. */
function useLook(
  painter: RefObject<Scatter>,
  { lab, data, isolated, rings, view }: CloudOptions,
): void {
  const asImages = useComputed(() => view.value.samplesAs === 'images');
  const trails = useComputed(() => view.value.trails);
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
}

/** The shown embedding of the held-out samples, drawn on a canvas as it is looked at. */
export function useCloud(canvas: RefObject<HTMLCanvasElement>, options: CloudOptions) {
  const { lab, data, marginLength, normalised, view } = options;
  const cloud = useSignal<DrawableCloud | undefined>(undefined);
  const drawn = useSignal<Drawn | undefined>(undefined);
  const turn = useComputed(() => view.value.turn);
  const tilt = useComputed(() => view.value.tilt);
  const closeUp = useComputed(() => view.value.closeUp);
  const orbit = useComputed((): Orbit => ({ turn: turn.value, tilt: tilt.value }));

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
      return;
    }
    const shown = drawable(values, values.length / labels.length, cloud.peek());
    cloud.value = shown;
    const { points, dims, axes } = shown;
    const isUnit = normalised.peek() && axes === undefined && !closeUp.value;
    const smallestHalf = closeUp.value ? SMALLEST_HALF : MARGINS_IN_VIEW * marginLength.peek();
    painter.current?.show(
      { points, dims, labels, classes: data.peek().classes.length, isUnit },
      { smallestHalf, still: prefersReducedMotion() },
    );
  });
  useLook(painter, options);
  useSignalEffect(() => painter.current?.turn(orbit.value));

  // Of what is on the screen: the next cloud may have come and not be drawn yet.
  const isUnit = useComputed(() => drawn.value?.isUnit === true);
  const isSpace = useComputed(() => drawn.value?.dims === 3);
  return { cloud, drawn, isUnit, isSpace, orbit };
}

/** A cloud as it has been drawn. */
export type Cloud = ReturnType<typeof useCloud>;
