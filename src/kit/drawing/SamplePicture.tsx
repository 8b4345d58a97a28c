import { useEffect, useRef } from 'preact/hooks';

interface SamplePictureProps {
  /** Bytes from 0 (paper) to 255 (ink), row by row; without them the paper is blank. */
  readonly pixels: Uint8Array | undefined;
  readonly height: number;
  readonly width: number;
  readonly label: string;
}

/** A sample's image: ink on paper, whatever the theme. */
export function SamplePicture({ pixels, height, width, label }: SamplePictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const image = context.createImageData(width, height);
    for (let pixel = 0; pixel < width * height; pixel++) {
      const shade = 255 - (pixels?.[pixel] ?? 0);
      image.data.set([shade, shade, shade, 255], 4 * pixel);
    }
    context.putImageData(image, 0, 0);
  }, [pixels, height, width]);
  return (
    <canvas
      class="sample-picture"
      ref={canvas}
      width={width}
      height={height}
      role="img"
      aria-label={label}
    />
  );
}
