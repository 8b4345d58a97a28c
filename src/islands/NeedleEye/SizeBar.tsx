import { type ReadonlySignal, useComputed } from '@preact/signals';
import { decades, logShare } from '#kit/charts/logScale.ts';
import { sizeText } from './verdict.ts';

/** From a cloud that is all but gone to one as wide as the sphere. */
export const SIZE_DOMAIN = [0.001, 1] as const;

const WIDTH = 500;
const HEIGHT = 76;
const BAR = { top: 4, height: 18 } as const;

const anchorOf = (share: number) => (share === 0 ? 'start' : share === 1 ? 'end' : 'middle');

/** How large a cloud really is, on a logarithmic bar. */
export function SizeBar({ size }: { readonly size: ReadonlySignal<number | undefined> }) {
  const width = useComputed(() => WIDTH * logShare(size.value ?? 0, SIZE_DOMAIN));
  return (
    <svg
      class="size-bar"
      data-drawing
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={useComputed(() =>
        size.value === undefined ? 'Size not known yet' : `Size ${sizeText(size.value)}`,
      )}
    >
      <rect class="size-room" y={BAR.top} width={WIDTH} height={BAR.height} />
      <rect class="size-length" y={BAR.top} width={width} height={BAR.height} />
      {decades(SIZE_DOMAIN).map((value) => {
        const share = logShare(value, SIZE_DOMAIN);
        return (
          <g key={value}>
            <path d={`M${share * WIDTH},${BAR.top}v${BAR.height + 6}`} />
            <text x={share * WIDTH} y={HEIGHT - 4} style={{ textAnchor: anchorOf(share) }}>
              {value}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
