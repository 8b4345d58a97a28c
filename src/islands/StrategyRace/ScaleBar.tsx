import { SIZE } from '#kit/scatter/scatter.ts';
import { mapScale } from './mapScale.ts';

/** How long a round number is on a map that reaches so far to each side: maps of different spread look alike. */
export function ScaleBar({ half }: { readonly half: number }) {
  const { length, text } = mapScale(half);
  const width = (length / (2 * half)) * SIZE;
  return (
    <g class="lane-scale" data-length={length}>
      <path d={`M16 ${SIZE - 32}v16h${width.toFixed(1)}v-16`} />
      <text x={width + 30} y={SIZE - 16}>
        {text}
      </text>
    </g>
  );
}
