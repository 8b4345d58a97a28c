import { type ReadonlySignal, useComputed } from '@preact/signals';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import type { SoftmaxQuantities } from './definition.ts';
import { NEGATIVES, type OtherName, POSITIVES } from './pull.ts';

const SIZE = { width: 480, height: 196 } as const;
const ROW = 25;
const BAR = { left: 44, right: 420, height: 13 } as const;

interface ShareChartProps {
  readonly quantities: ReadonlySignal<SoftmaxQuantities>;
}

/** What share of the softmax each positive and negative has, as bars. */
export const ShareChart = ({ quantities }: ShareChartProps) => (
  <svg
    class="chart share-chart"
    data-drawing
    viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
    role="img"
    aria-label={useComputed(
      () =>
        `Shares: ${quantities.value.pull.others
          .map(({ name, share }) => `${name.replace(/\d/, ' $&')} ${formatNumber(share)}`)
          .join(', ')}`,
    )}
  >
    <text class="axis-y" x={0} y={14}>
      share of the softmax
    </text>
    {[...POSITIVES, ...NEGATIVES].map((name, row) => (
      <Bar key={name} name={name} y={20 + ROW * row} quantities={quantities} />
    ))}
  </svg>
);

interface BarProps extends ShareChartProps {
  readonly name: OtherName;
  readonly y: number;
}

/** One bar, faint where the loss knows nothing of the point. */
function Bar({ name, y, quantities }: BarProps) {
  const other = useComputed(() => quantities.value.pull.others.find((each) => each.name === name));
  const share = useComputed(() => other.value?.share);
  const kind = name.startsWith('positive') ? 'positive' : 'negative';
  const middle = y + ROW / 2;
  return (
    <g class={`share share-${kind}`} data-mark={kind} data-out={useComputed(() => !other.value)}>
      <text class="share-name" x={10} y={middle} dy="0.3em">
        {kind[0]}
        <tspan class="subscript" dy="0.3em">
          {/\d/.exec(name)?.[0] ?? ''}
        </tspan>
      </text>
      <rect
        x={BAR.left}
        y={middle - BAR.height / 2}
        width={useComputed(() => ((share.value ?? 0) * (BAR.right - BAR.left)).toFixed(1))}
        height={BAR.height}
      />
      <text
        class="share-number"
        x={SIZE.width}
        y={middle}
        dy="0.35em"
        data-quantity={`share-${name}`}
        data-value={share}
      >
        {useComputed(() => (share.value === undefined ? '–' : formatNumber(share.value)))}
      </text>
    </g>
  );
}
