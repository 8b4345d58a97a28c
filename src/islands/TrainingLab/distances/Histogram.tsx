import { type ReadonlySignal, useComputed } from '@preact/signals';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import type { DistanceHistogram } from '#metric/evaluation/distanceHistogram.ts';
import { outline } from './outline.ts';

interface HistogramProps {
  readonly histogram: ReadonlySignal<DistanceHistogram | undefined>;
  /** The margin as a plain length. */
  readonly marginLength: ReadonlySignal<number>;
}

const BOX = { width: 480, height: 200, bottom: 26, top: 22 } as const;
const BOTTOM = BOX.height - BOX.bottom;

/** Distances within and across classes, over one another. */
export function Histogram({ histogram, marginLength }: HistogramProps) {
  const pathOf = (kind: 'positive' | 'negative') =>
    useComputed(() =>
      histogram.value
        ? outline(histogram.value[kind], { width: BOX.width, top: BOX.top, bottom: BOTTOM })
        : '',
    );
  const marginX = useComputed(() =>
    histogram.value && histogram.value.end > 0
      ? Math.min(BOX.width, (marginLength.value / histogram.value.end) * BOX.width)
      : 0,
  );
  return (
    <svg
      class="chart"
      data-drawing
      viewBox={`0 0 ${BOX.width} ${BOX.height}`}
      role="img"
      aria-label="Histograms of the distances within and across classes"
    >
      <path class="lab-axis" d={`M0,${BOTTOM}H${BOX.width}`} />
      <path class="lab-within" d={pathOf('positive')} />
      <path class="lab-across" d={pathOf('negative')} />
      <path class="lab-margin" d={useComputed(() => `M${marginX.value},${BOX.top}V${BOTTOM}`)} />
      <text class="lab-within" x="0" y="14">
        same class
      </text>
      <text class="lab-across" x="90" y="14">
        different classes
      </text>
      <text class="lab-margin" x="222" y="14">
        {useComputed(() => `margin, as a length ${formatNumber(marginLength.value)}`)}
      </text>
      <text x="0" y={BOX.height - 8}>
        0
      </text>
      <text class="lab-tick" x={BOX.width} y={BOX.height - 8}>
        {useComputed(() => `distance ${formatNumber(histogram.value?.end ?? 0)}`)}
      </text>
    </svg>
  );
}
