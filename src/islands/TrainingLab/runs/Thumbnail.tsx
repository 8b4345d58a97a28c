import { useEffect, useRef } from 'preact/hooks';
import { drawPoints } from '#kit/scatter/drawPoints.ts';
import { fitView, project } from '#kit/scatter/embeddingView.ts';
import { readPalette } from '#kit/scatter/palette.ts';
import { onThemeChange } from '#kit/figure/theme.ts';
import { principalAxes, projectOnto } from '#metric/pca.ts';
import type { PastRun } from './pastRun.ts';

const SIDE = 176;
/** A collapse should look like one. */
const SMALLEST_HALF = 0.5;

/** On the plane as it is; of more dimensions the two of most variance. */
function inTwoDimensions(values: Float32Array, dims: number): Float32Array {
  if (dims === 2) return values;
  const embeddings = { values, rows: values.length / dims, dims };
  return projectOnto(principalAxes(embeddings, 2), embeddings);
}

/** Where a past run ended, in small. */
export function Thumbnail({ run: { embedding, labels } }: { readonly run: PastRun }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const points = inTwoDimensions(embedding, embedding.length / labels.length);
    const draw = () => {
      const context = canvas.current?.getContext('2d');
      if (!context) return;
      const image = context.createImageData(SIDE, SIDE);
      const { digits, paper } = readPalette();
      drawPoints(image, {
        points: project(points, fitView(points, SMALLEST_HALF), SIDE),
        labels,
        colours: digits,
        paper,
        isolated: undefined,
        radius: 1.5,
      });
      context.putImageData(image, 0, 0);
    };
    draw();
    return onThemeChange(draw);
  }, [embedding]);
  return (
    <canvas
      ref={canvas}
      width={SIDE}
      height={SIDE}
      role="img"
      aria-label="The embedding in which it ended"
    />
  );
}
