import { type ReadonlySignal, useComputed } from '@preact/signals';
import { DraggablePoints } from '#kit/plane/DraggablePoints.tsx';
import {
  BASELINE,
  createNumberLine,
  LARGEST_LOSS,
  LINE_SIZE,
  type NumberLine,
  ticksOf,
  ZONE_TOP,
} from './line.ts';
import { NEGATIVES, type SorterQuantities, type SorterState } from './triplets.ts';
import { useLineHandles } from './useLineHandles.ts';

const LINES = { squared: createNumberLine(true), plain: createNumberLine(false) } as const;
const { width, height } = LINE_SIZE;

interface SorterLineProps {
  readonly state: ReadonlySignal<SorterState>;
  readonly quantities: ReadonlySignal<SorterQuantities>;
  readonly ready: ReadonlySignal<boolean>;
  set(change: Partial<SorterState>): void;
}

/** Every distance from the anchor on one line, and above it the loss that each of them means. */
export function SorterLine(props: SorterLineProps) {
  const squared = useComputed(() => props.state.value.squared);
  return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG drawing is no fieldset.
    <svg
      class="plane number-line"
      data-drawing
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label="The distances from the anchor, on a line"
    >
      {squared.value ? (
        <Line key="squared" line={LINES.squared} {...props} />
      ) : (
        <Line key="plain" line={LINES.plain} {...props} />
      )}
    </svg>
  );
}

function Line({ line, state, quantities, ready, set }: SorterLineProps & { line: NumberLine }) {
  const { toX, toY, max } = line;
  const start = toX(0);
  const end = toX(max);
  const hardX = useComputed(() => toX(quantities.value.dAP));
  const easyX = useComputed(() => toX(quantities.value.boundary));
  const hinge = useComputed(() => {
    const { boundary } = quantities.value;
    const first = Math.max(0, boundary - LARGEST_LOSS);
    const last = Math.min(boundary, max);
    const at = (distance: number) => `${toX(distance)},${toY(boundary - distance)}`;
    return `M${at(first)}L${at(last)}${last < max ? `L${end},${BASELINE}` : ''}`;
  });
  return (
    <>
      <g class="zones">
        <Zone name="hard" from={useComputed(() => start)} to={hardX} />
        <Zone name="semi-hard" from={hardX} to={easyX} />
        <Zone name="easy" from={easyX} to={useComputed(() => end)} />
      </g>
      <Counts quantities={quantities} from={hardX} to={easyX} />
      <MarginLoss line={line} state={state} />
      <path class="hinge" d={hinge} />
      {NEGATIVES.map((name) => {
        const x = useComputed(() => toX(quantities.value.triplets[name].dAN));
        const y = useComputed(() => toY(quantities.value.triplets[name].loss));
        return (
          <line
            key={name}
            class="stem"
            data-inspected={useComputed(() => state.value.inspected === name)}
            x1={x}
            x2={x}
            y1={BASELINE}
            y2={y}
          />
        );
      })}
      <Axis line={line} />
      <Border name="positive" x={hardX} />
      <Border name="margin" x={easyX} />
      <DraggablePoints
        plane={line}
        handles={useLineHandles({ line, state, quantities, set })}
        ready={ready}
      />
    </>
  );
}

interface ZoneProps {
  readonly name: 'hard' | 'semi-hard' | 'easy';
  readonly from: ReadonlySignal<number>;
  readonly to: ReadonlySignal<number>;
}

const Zone = ({ name, from, to }: ZoneProps) => (
  <rect
    class={`zone-${name}`}
    data-mark={name}
    x={from}
    y={ZONE_TOP}
    width={useComputed(() => Math.max(0, to.value - from.value))}
    height={BASELINE - ZONE_TOP}
  />
);

interface CountsProps {
  readonly quantities: ReadonlySignal<SorterQuantities>;
  readonly from: ReadonlySignal<number>;
  readonly to: ReadonlySignal<number>;
}

/** How many negatives each zone holds, over the zone; the middle one in a row of its own. */
function Counts({ quantities, from, to }: CountsProps) {
  const middle = useComputed(() => Math.min(width - 52, Math.max(52, (from.value + to.value) / 2)));
  const count = (zone: 'hard' | 'semi-hard' | 'easy', quantity: string) => {
    const value = useComputed(() => quantities.value.counts[zone]);
    return (
      <>
        <tspan class="count" data-quantity={quantity} data-value={value}>
          {value}
        </tspan>{' '}
        {zone}
      </>
    );
  };
  return (
    <g class="zone-counts">
      <text class="count-hard" x={14} y={18} data-mark="hard">
        {count('hard', 'hard')}
      </text>
      <text class="count-semi-hard" x={middle} y={40} data-mark="semi-hard">
        {count('semi-hard', 'semiHard')}
      </text>
      <text class="count-easy" x={width - 14} y={18} data-mark="easy">
        {count('easy', 'easy')}
      </text>
    </g>
  );
}

/** The height of the loss at which hard begins: the margin. */
function MarginLoss({ line, state }: { line: NumberLine; state: ReadonlySignal<SorterState> }) {
  const y = useComputed(() => line.toY(state.value.margin));
  return (
    <g class="margin-loss">
      <line x1={line.toX(0)} x2={line.toX(line.max)} y1={y} y2={y} />
      <text x={width - 18} y={y} dy="-0.4em">
        loss = <tspan class="math">m</tspan>
      </text>
    </g>
  );
}

function Axis({ line }: { line: NumberLine }) {
  return (
    <g class="axis">
      <line x1={line.toX(0)} x2={line.toX(line.max)} y1={BASELINE} y2={BASELINE} />
      {ticksOf(line).map((tick) => (
        <g key={tick}>
          <line x1={line.toX(tick)} x2={line.toX(tick)} y1={height - 44} y2={height - 38} />
          <text x={line.toX(tick)} y={height - 22}>
            {tick.toFixed(1)}
          </text>
        </g>
      ))}
      <text class="axis-label" x={width - 14} y={height - 3}>
        {line.squared ? 'squared distance from a' : 'distance from a'}
      </text>
    </g>
  );
}

const Border = ({ name, x }: { name: 'positive' | 'margin'; x: ReadonlySignal<number> }) => (
  <line class={`border border-${name}`} x1={x} x2={x} y1={ZONE_TOP} y2={BASELINE + 46} />
);
