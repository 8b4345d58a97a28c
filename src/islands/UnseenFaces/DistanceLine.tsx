import { type ReadonlySignal, useComputed } from '@preact/signals';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { linePath } from '#kit/plane/svgPath.ts';
import { type Decision, DOTS, THRESHOLD } from './definition.ts';

const WIDTH = 460;
const HEIGHT = 150;
const EDGE = 14;
const BASELINE = 104;
const TOP = 22;
const END = 2;

const toX = (distance: number) => EDGE + (distance / END) * (WIDTH - 2 * EDGE);

/** One kind's distances among test pairs, as an area. */
function area(shares: readonly number[]): string {
  const highest = Math.max(...shares);
  const points = shares.map((share, k) => ({
    x: toX(((k + 0.5) * END) / shares.length),
    y: BASELINE - (share / highest) * (BASELINE - TOP),
  }));
  return linePath([{ x: toX(0), y: BASELINE }, ...points, { x: toX(END), y: BASELINE }]);
}

const AREAS = { genuine: area(DOTS.genuine), impostor: area(DOTS.impostor) } as const;

/** Where the distance lies, before what pairs of one and of two people have. */
export function DistanceLine({
  decision,
}: {
  readonly decision: ReadonlySignal<Decision | undefined>;
}) {
  const x = useComputed(() => toX(Math.min(END, decision.value?.distance ?? 0)).toFixed(1));
  return (
    <svg
      class="chart distance-line"
      data-drawing
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={useComputed(
        () =>
          `Distance ${decision.value ? formatNumber(decision.value.distance) : 'not known yet'} on a line from 0 to 2, the threshold at ${formatNumber(THRESHOLD)}`,
      )}
    >
      <path class="area genuine" d={AREAS.genuine} />
      <path class="area impostor" d={AREAS.impostor} />
      <text class="genuine" x={toX(0.12)} y={14}>
        one person
      </text>
      <text class="impostor" x={toX(END)} y={14}>
        two people
      </text>
      <line class="axis" x1={toX(0)} x2={toX(END)} y1={BASELINE} y2={BASELINE} />
      {[0, 0.5, 1, 1.5, 2].map((tick) => (
        <text key={tick} class="tick" x={toX(tick)} y={HEIGHT - 8}>
          {tick.toFixed(1)}
        </text>
      ))}
      <g class="threshold">
        <line x1={toX(THRESHOLD)} x2={toX(THRESHOLD)} y1={TOP - 4} y2={BASELINE + 8} />
        <text x={toX(THRESHOLD)} y={TOP - 8}>
          threshold
        </text>
      </g>
      <circle
        class="presented"
        data-point="distance"
        data-x={useComputed(() => decision.value?.distance)}
        data-accepted={useComputed(() => decision.value?.accepted)}
        visibility={useComputed(() => (decision.value ? 'inherit' : 'hidden'))}
        cx={x}
        cy={BASELINE}
        r={8}
      />
    </svg>
  );
}
