import { type ReadonlySignal, useComputed, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { INK, type Recording } from '#data/recordings/recordingFormat.ts';
import { tokenColour } from '#kit/figure/theme.ts';

interface DigitImageProps {
  readonly recording: ReadonlySignal<Recording | undefined>;
  /** The digit to show; nothing is shown for undefined. */
  readonly row: ReadonlySignal<number | undefined>;
  /** Counts the changes of the theme. */
  readonly theme: ReadonlySignal<number>;
}

const SIDE = 28;

/** One handwritten digit, in the colour of its class. */
export function DigitImage({ recording, row, theme }: DigitImageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useSignalEffect(() => {
    theme.value;
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    context.globalCompositeOperation = 'source-over';
    context.clearRect(0, 0, SIDE, SIDE);
    if (!recording.value || row.value === undefined) return;
    const { images, labels } = recording.value;
    const picture = context.createImageData(SIDE, SIDE);
    for (let pixel = 0; pixel < SIDE * SIDE; pixel++) {
      picture.data[4 * pixel + 3] = (images[row.value * SIDE * SIDE + pixel]! * 255) / INK;
    }
    context.putImageData(picture, 0, 0);
    context.globalCompositeOperation = 'source-in';
    context.fillStyle = tokenColour(`--digit-${labels[row.value]}`);
    context.fillRect(0, 0, SIDE, SIDE);
  });
  return (
    <canvas
      class="digit-image"
      data-drawing={useComputed(() => (row.value === undefined ? undefined : ''))}
      ref={canvas}
      width={SIDE}
      height={SIDE}
    />
  );
}
