import { type ReadonlySignal, useComputed } from '@preact/signals';
import { linePath } from '#kit/plane/svgPath.ts';
import { tradeOffs } from '#metric/evaluation/verificationSummary.ts';
import { percent, type ThresholdQuantities, type ThresholdState } from './definition.ts';
import { SCALES } from './rateScales.ts';

const WIDTH = 460;
const HEIGHT = 384;
const LEFT = 58;
const RIGHT = 14;
const TOP = 30;
const BOTTOM = 46;

const toX = (share: number) => LEFT + share * (WIDTH - LEFT - RIGHT);
const toY = (share: number) => HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);

interface TradeOffProps {
  readonly curve: ReadonlySignal<ThresholdState['curve']>;
  readonly quantities: ReadonlySignal<ThresholdQuantities | undefined>;
}

/** Every trade of one error for the other, and the one that the threshold makes. */
export function TradeOff({ curve, quantities }: TradeOffProps) {
  const summary = useComputed(() => quantities.value?.test);
  const place = ({ far, frr }: Pick<ThresholdQuantities, 'far' | 'frr'>) => {
    const { x, y, upwards } = SCALES[curve.value];
    return { x: toX(x.at(far)), y: toY(y.at(upwards === 'tar' ? 1 - frr : frr)) };
  };
  const path = useComputed(() =>
    summary.value ? linePath(tradeOffs(summary.value).map(place)) : '',
  );
  const dot = useComputed(() =>
    quantities.value ? place(quantities.value) : { x: toX(0), y: toY(0) },
  );
  const diagonal = useComputed(() =>
    SCALES[curve.value].upwards === 'tar' && curve.value === 'roc'
      ? `M${toX(0)},${toY(1)}L${toX(1)},${toY(0)}`
      : curve.value === 'det'
        ? `M${toX(0)},${toY(0)}L${toX(1)},${toY(1)}`
        : '',
  );
  return (
    <svg
      class="chart trade-off"
      data-drawing
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={useComputed(() => {
        if (!quantities.value) return 'The trade between false accepts and false rejects';
        const { far, frr, test } = quantities.value;
        return `The trade between both errors: at this threshold ${percent(far)} false accepts and ${percent(frr)} false rejects; equal at ${percent(test.eer.value)}`;
      })}
    >
      <Axes curve={curve} />
      <path class="equal-errors" d={diagonal} />
      <path class="trade-curve" d={path} />
      <g class="trade-dot" data-mark="threshold">
        <circle cx={useComputed(() => dot.value.x)} cy={useComputed(() => dot.value.y)} r={7} />
      </g>
    </svg>
  );
}

/** At the ends of the axis a rate stands within it, clear of what is written at the other axis. */
const tickClass = (share: number) =>
  share < 0.05 ? 'tick-start' : share > 0.95 ? 'tick-end' : 'tick-x';

/** The axes, drawn anew only for another curve. */
function Axes({ curve }: { readonly curve: ReadonlySignal<ThresholdState['curve']> }) {
  const { x, y, upwards } = SCALES[curve.value];
  return (
    <g class="chart-frame">
      <line class="axis" x1={toX(0)} x2={toX(1)} y1={toY(0)} y2={toY(0)} />
      <line class="axis" x1={toX(0)} x2={toX(0)} y1={toY(0)} y2={toY(1)} />
      {x.ticks.map(({ rate, text }) => (
        <g key={`x${text}`}>
          <line class="grid" x1={toX(x.at(rate))} x2={toX(x.at(rate))} y1={toY(0)} y2={toY(1)} />
          <text class={tickClass(x.at(rate))} x={toX(x.at(rate))} y={toY(0) + 18}>
            {text}
          </text>
        </g>
      ))}
      {y.ticks.map(({ rate, text }) => (
        <g key={`y${text}`}>
          <line class="grid" x1={toX(0)} x2={toX(1)} y1={toY(y.at(rate))} y2={toY(y.at(rate))} />
          <text class="tick-y" x={toX(0) - 8} y={toY(y.at(rate))} dy="0.32em">
            {text}
          </text>
        </g>
      ))}
      <text class="axis-x" x={WIDTH - RIGHT} y={HEIGHT - 6}>
        false accepts
      </text>
      <text class="axis-y" x={0} y={14}>
        {upwards === 'tar' ? 'true accepts' : 'false rejects'}
      </text>
    </g>
  );
}
