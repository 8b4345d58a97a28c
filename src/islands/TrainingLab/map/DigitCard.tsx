import type { ReadonlySignal } from '@preact/signals';
import { useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { SIZE } from '#kit/scatter/scatter.ts';
import type { DataSource } from '#data/sources/registry.ts';
import { nearestRows } from '../drawing/guest.ts';
import type { Lab } from '../run/lab.ts';

const NEIGHBOURS = 5;

/** Images side by side, in a canvas with room for so many: ink on paper, whatever the theme. */
function writeImages(
  canvas: HTMLCanvasElement,
  images: readonly Uint8Array[],
  { height, width }: Pick<DataSource, 'height' | 'width'>,
  room: number,
): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  // A canvas forgets what it shows when its size is set.
  Object.assign(canvas, { width: room * width, height });
  const image = context.createImageData(width, height);
  for (const [index, pixels] of images.entries()) {
    for (const [pixel, ink] of pixels.entries()) {
      const shade = 255 - ink;
      image.data.set([shade, shade, shade, 255], 4 * pixel);
    }
    context.putImageData(image, index * width, 0);
  }
}

/** In units of the drawing. */
interface Place {
  readonly x: number;
  readonly y: number;
}

/** Puts the card beside its sample, on the side that has room. */
function putBeside({ style, dataset }: HTMLElement, { x, y }: Place): void {
  style.setProperty('--x', `${(100 * x) / SIZE}%`);
  style.setProperty('--y', `${(100 * y) / SIZE}%`);
  dataset['side'] = x > 0.5 * SIZE ? 'left' : 'right';
  dataset['end'] = y > 0.6 * SIZE ? 'above' : 'below';
}

/** The nearest neighbours of one of so many points in their embedding. */
function neighboursOf(
  embedding: Float32Array | undefined,
  count: number,
  point: number,
): readonly number[] {
  if (!embedding) return [];
  const dims = embedding.length / count;
  const own = embedding.subarray(point * dims, (point + 1) * dims);
  return nearestRows(embedding, own, { most: NEIGHBOURS, except: point });
}

interface DigitCardProps {
  readonly lab: Lab;
  readonly data: ReadonlySignal<DataSource>;
  readonly chosen: ReadonlySignal<number | undefined>;
  /** Where the chosen digit lies. */
  readonly place: ReadonlySignal<Place | undefined>;
}

/** The sample under the pointer: its image where it has one, its class, its nearest neighbours. */
export function DigitCard({ lab, data, chosen, place }: DigitCardProps) {
  const card = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const neighbours = useRef<HTMLCanvasElement>(null);
  const caption = useRef<HTMLSpanElement>(null);
  const beside = useRef<HTMLSpanElement>(null);

  useSignalEffect(() => {
    const samples = lab.heldOut.value;
    const point = chosen.value;
    const at = place.value;
    const element = card.current!;
    element.hidden = !samples || point === undefined || !at;
    if (!samples || point === undefined || !at) return;
    const { labels, images } = samples;
    const { classes, height, width, isDigits } = data.value;
    const nameOf = (row: number) => classes[labels[row]!] ?? '';
    const rows = neighboursOf(lab.shownEmbedding.value, labels.length, point);
    const names = rows.map(nameOf);
    putBeside(element, at);
    element.dataset['neighbours'] = names.join(' ');
    element.dataset['images'] = `${images !== undefined}`;
    caption.current!.textContent = isDigits ? `a ${nameOf(point)}` : nameOf(point);
    beside.current!.textContent = images ? '' : `beside ${names.join(', ')}`;
    if (!images) return;
    const pixelsOf = (row: number) =>
      images.subarray(row * height * width, (row + 1) * height * width);
    writeImages(canvas.current!, [pixelsOf(point)], data.value, 1);
    writeImages(neighbours.current!, rows.map(pixelsOf), data.value, NEIGHBOURS);
  });

  return (
    <div class="digit-card" ref={card} hidden>
      <canvas ref={canvas} />
      <span ref={caption} />
      <canvas
        class="digit-neighbours"
        ref={neighbours}
        role="img"
        aria-label="Its nearest neighbours"
      />
      <span class="digit-beside" ref={beside} />
    </div>
  );
}
