import { useEffect, useRef } from 'preact/hooks';
import { drawPoints } from '../../../figures/scatter/drawPoints.ts';
import { fitView, project } from '../../../figures/scatter/embeddingView.ts';
import { readPalette } from '../../../figures/scatter/palette.ts';
import { onThemeChange } from '../../../figures/theme.ts';
import type { PastRun } from './pastRun.ts';

const SIDE = 176;
/** A collapse should look like one. */
const SMALLEST_HALF = 0.5;

/** Where a past run ended, in small. */
export function Thumbnail({ run: { embedding, labels } }: { readonly run: PastRun }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const draw = () => {
      const context = canvas.current?.getContext('2d');
      if (!context) return;
      const image = context.createImageData(SIDE, SIDE);
      const { digits, paper } = readPalette();
      drawPoints(image, {
        points: project(embedding, fitView(embedding, SMALLEST_HALF), SIDE),
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
