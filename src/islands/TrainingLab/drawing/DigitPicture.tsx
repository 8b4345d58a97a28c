import { useEffect, useRef } from 'preact/hooks';

const SIDE = 28;

interface DigitPictureProps {
  /** Bytes from 0 (paper) to 255 (ink), row by row; without them the paper is blank. */
  readonly pixels: Uint8Array | undefined;
  readonly label: string;
}

/** A digit's image: ink on paper, whatever the theme. */
export function DigitPicture({ pixels, label }: DigitPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const image = context.createImageData(SIDE, SIDE);
    for (let pixel = 0; pixel < SIDE * SIDE; pixel++) {
      const shade = 255 - (pixels?.[pixel] ?? 0);
      image.data.set([shade, shade, shade, 255], 4 * pixel);
    }
    context.putImageData(image, 0, 0);
  }, [pixels]);
  return (
    <canvas
      class="digit-picture"
      ref={canvas}
      width={SIDE}
      height={SIDE}
      role="img"
      aria-label={label}
    />
  );
}
