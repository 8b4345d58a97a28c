import type { ReadonlySignal } from '@preact/signals';
import { useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { HeldOut } from './lab.ts';

const SIDE = 28;

interface DigitCardProps {
  readonly heldOut: ReadonlySignal<HeldOut | undefined>;
  readonly chosen: ReadonlySignal<number | undefined>;
  /** Where the chosen digit lies, as shares of the plane's side. */
  readonly place: ReadonlySignal<{ readonly x: number; readonly y: number } | undefined>;
}

/** The image of the digit under the pointer, and its label. */
export function DigitCard({ heldOut, chosen, place }: DigitCardProps) {
  const card = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
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
    element.dataset['side'] = at.x > 0.6 ? 'left' : 'right';
    element.dataset['end'] = at.y > 0.75 ? 'above' : 'below';
    caption.current.textContent = `a ${digits.labels[point]}`;
    const image = context.createImageData(SIDE, SIDE);
    for (let pixel = 0; pixel < SIDE * SIDE; pixel++) {
      // Ink on paper, whatever the theme: the way it was written.
      const shade = 255 - digits.images[point * SIDE * SIDE + pixel]!;
      image.data.set([shade, shade, shade, 255], 4 * pixel);
    }
    context.putImageData(image, 0, 0);
  });

  return (
    <div class="digit-card" ref={card} hidden>
      <canvas ref={canvas} width={SIDE} height={SIDE} />
      <span ref={caption} />
    </div>
  );
}
