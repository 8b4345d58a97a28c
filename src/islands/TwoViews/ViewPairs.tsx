import { type ReadonlySignal, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { dataFile } from '#data/dataFile.ts';
import type { ViewsState } from './definition.ts';
import digits from './digits.json' with { type: 'json' };
import { SIDE, viewsOf } from './views.ts';

const LARGEST = 255;

/** Images side by side in two rows, as a mask: their ink has the colour of the text. */
function maskOf(bytes: Uint8Array): string {
  const canvas = document.createElement('canvas');
  const columns = bytes.length / (2 * SIDE * SIDE);
  canvas.width = columns * SIDE;
  canvas.height = 2 * SIDE;
  const context = canvas.getContext('2d')!;
  const pixels = context.createImageData(canvas.width, canvas.height);
  bytes.forEach((byte, at) => {
    const image = Math.floor(at / (SIDE * SIDE));
    const [row, column] = [Math.floor(at / SIDE) % SIDE, at % SIDE];
    const y = Math.floor(image / columns) * SIDE + row;
    const x = (image % columns) * SIDE + column;
    pixels.data[4 * (y * canvas.width + x) + 3] = Math.min(LARGEST, byte);
  });
  context.putImageData(pixels, 0, 0);
  return `url(${canvas.toDataURL()})`;
}

/** Two views of each of a few digits, one above the other, drawn anew with every change. */
export function ViewPairs({ state }: { readonly state: ReadonlySignal<ViewsState> }) {
  const mask = useSignal('');
  useSignalEffect(() => {
    const { draw } = state.value;
    const images = Uint8Array.from(atob(digits.images), (letter) => letter.charCodeAt(0));
    mask.value = maskOf(viewsOf(images, state.value, draw));
  });
  return (
    <div
      class="view-pairs"
      role="img"
      aria-label="Two views of each of eight digits, one above the other, as the network gets them"
      data-drawing
    >
      {/* Drawn when the run was recorded, for who has no scripts. */}
      <img
        class="view-still"
        hidden={useComputed(() => mask.value !== '')}
        src={dataFile('two-views.png')}
        alt=""
        loading="lazy"
      />
      <div
        class="view-ink"
        hidden={useComputed(() => mask.value === '')}
        style={useComputed(() => `mask-image:${mask.value || 'none'}`)}
      />
    </div>
  );
}
