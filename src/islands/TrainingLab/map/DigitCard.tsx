import type { ReadonlySignal } from '@preact/signals';
import { useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { DataSource } from '#data/sources/registry.ts';
import { nearestRows } from '../drawing/guest.ts';
import type { Lab } from '../run/lab.ts';

const NEIGHBOURS = 5;

/** Ink on paper, whatever the theme: the way it was written. */
function writeImage(
  context: CanvasRenderingContext2D,
  pixels: Uint8Array,
  { height, width }: Pick<DataSource, 'height' | 'width'>,
  left: number,
): void {
  const image = context.createImageData(width, height);
  for (let pixel = 0; pixel < pixels.length; pixel++) {
    const shade = 255 - pixels[pixel]!;
    image.data.set([shade, shade, shade, 255], 4 * pixel);
  }
  context.putImageData(image, left, 0);
}

interface DigitCardProps {
  readonly lab: Lab;
  readonly data: ReadonlySignal<DataSource>;
  readonly chosen: ReadonlySignal<number | undefined>;
  /** In which the neighbours are sought. */
  readonly embedding: ReadonlySignal<Float32Array | undefined>;
  /** Where the chosen digit lies, as shares of the plane's side. */
  readonly place: ReadonlySignal<{ readonly x: number; readonly y: number } | undefined>;
}

/** The sample under the pointer: its image where it has one, its class, its nearest neighbours. */
export function DigitCard({ lab, data, chosen, embedding, place }: DigitCardProps) {
  const card = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const neighbours = useRef<HTMLCanvasElement>(null);
  const caption = useRef<HTMLSpanElement>(null);
  const beside = useRef<HTMLSpanElement>(null);

  useSignalEffect(() => {
    const samples = lab.heldOut.value;
    const point = chosen.value;
    const at = place.value;
    const element = card.current;
    if (!element || !caption.current || !beside.current) return;
    element.hidden = samples === undefined || point === undefined || at === undefined;
    if (!samples || point === undefined || !at) return;
    const { labels, images } = samples;
    const { classes, height, width, isDigits } = data.value;
    element.style.setProperty('--x', `${100 * at.x}%`);
    element.style.setProperty('--y', `${100 * at.y}%`);
    element.dataset['side'] = at.x > 0.5 ? 'left' : 'right';
    element.dataset['end'] = at.y > 0.6 ? 'above' : 'below';
    const nameOf = (row: number) => classes[labels[row]!] ?? '';
    caption.current.textContent = isDigits ? `a ${nameOf(point)}` : nameOf(point);
    const points = embedding.value;
    const dims = points ? points.length / labels.length : 0;
    const rows = points
      ? nearestRows(points, points.subarray(point * dims, (point + 1) * dims), {
          most: NEIGHBOURS,
          except: point,
        })
      : [];
    element.dataset['neighbours'] = rows.map(nameOf).join(' ');
    element.dataset['images'] = `${images !== undefined}`;
    beside.current.textContent = images ? '' : `beside ${rows.map(nameOf).join(', ')}`;
    const [large, small] = [canvas.current, neighbours.current].map((drawing) =>
      drawing?.getContext('2d'),
    );
    if (!images || !large || !small) return;
    // A canvas forgets what it shows when its size is set.
    Object.assign(large.canvas, { width, height });
    Object.assign(small.canvas, { width: NEIGHBOURS * width, height });
    const pixelsOf = (row: number) =>
      images.subarray(row * height * width, (row + 1) * height * width);
    writeImage(large, pixelsOf(point), data.value, 0);
    for (const [index, row] of rows.entries())
      writeImage(small, pixelsOf(row), data.value, index * width);
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
