import { useEffect, useRef } from 'preact/hooks';

const SIDE = 28;

interface DigitProps {
  /** 28 × 28 bytes each, 0 (paper) to 255 (ink). */
  readonly images: Uint8Array;
  readonly row: number;
}

/** A handwritten digit, ink on its own paper in either theme, as the faces are. */
export function Digit({ images, row }: DigitProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const picture = context.createImageData(SIDE, SIDE);
    images.subarray(row * SIDE ** 2, (row + 1) * SIDE ** 2).forEach((ink, pixel) => {
      const grey = 255 - ink;
      picture.data.set([grey, grey, grey, 255], 4 * pixel);
    });
    context.putImageData(picture, 0, 0);
  }, [images, row]);
  return <canvas class="face" data-drawing ref={canvas} width={SIDE} height={SIDE} />;
}
