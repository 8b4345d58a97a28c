import type { ReadonlySignal } from '@preact/signals';
import { useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { nearestRows } from './drawing/guest.ts';
import type { HeldOut } from './lab.ts';

const SIDE = 28;
const NEIGHBOURS = 5;

/** Ink on paper, whatever the theme: the way it was written. */
function writeDigit(
  context: CanvasRenderingContext2D,
  images: Uint8Array,
  row: number,
  left: number,
): void {
  const image = context.createImageData(SIDE, SIDE);
  for (let pixel = 0; pixel < SIDE * SIDE; pixel++) {
    const shade = 255 - images[row * SIDE * SIDE + pixel]!;
    image.data.set([shade, shade, shade, 255], 4 * pixel);
  }
  context.putImageData(image, left, 0);
}

interface DigitCardProps {
  readonly heldOut: ReadonlySignal<HeldOut | undefined>;
  readonly chosen: ReadonlySignal<number | undefined>;
  /** In which the neighbours are sought. */
  readonly embedding: ReadonlySignal<Float32Array | undefined>;
  /** Where the chosen digit lies, as shares of the plane's side. */
  readonly place: ReadonlySignal<{ readonly x: number; readonly y: number } | undefined>;
}

/** The image of the digit under the pointer, its label, and its nearest neighbours in small. */
export function DigitCard({ heldOut, chosen, embedding, place }: DigitCardProps) {
  const card = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const neighbours = useRef<HTMLCanvasElement>(null);
  const caption = useRef<HTMLSpanElement>(null);

  useSignalEffect(() => {
    const digits = heldOut.value;
    const point = chosen.value;
    const at = place.value;
    const element = card.current;
    const context = canvas.current?.getContext('2d');
    if (!element || !context || !caption.current) return;
    element.hidden = digits === undefined || point === undefined || at === undefined;
    if (!digits || point === undefined || !at) return;
    element.style.setProperty('--x', `${100 * at.x}%`);
    element.style.setProperty('--y', `${100 * at.y}%`);
    element.dataset['side'] = at.x > 0.5 ? 'left' : 'right';
    element.dataset['end'] = at.y > 0.6 ? 'above' : 'below';
    caption.current.textContent = `a ${digits.labels[point]}`;
    writeDigit(context, digits.images, point, 0);
    const small = neighbours.current?.getContext('2d');
    const points = embedding.value;
    if (!small || !points) return;
    const dims = points.length / digits.labels.length;
    const own = points.subarray(point * dims, (point + 1) * dims);
    const rows = nearestRows(points, own, { most: NEIGHBOURS, except: point });
    for (const [index, row] of rows.entries()) writeDigit(small, digits.images, row, index * SIDE);
    element.dataset['neighbours'] = rows.map((row) => digits.labels[row]).join(' ');
  });

  return (
    <div class="digit-card" ref={card} hidden>
      <canvas ref={canvas} width={SIDE} height={SIDE} />
      <span ref={caption} />
      <canvas
        class="digit-neighbours"
        ref={neighbours}
        width={NEIGHBOURS * SIDE}
        height={SIDE}
        role="img"
        aria-label="Its nearest neighbours"
      />
    </div>
  );
}
