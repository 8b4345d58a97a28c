import { type ReadonlySignal, type Signal, useComputed } from '@preact/signals';
import type { TargetedKeyboardEvent } from 'preact';
import { DraggablePoints } from '#kit/plane/DraggablePoints.tsx';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import {
  BINS,
  EXAMPLE_BINS,
  type VerificationSummary,
} from '#metric/evaluation/verificationSummary.ts';
import {
  AXIS_SIZE,
  BASELINE,
  createDistanceAxis,
  type DistanceAxis,
  HANDLE_Y,
  TOP,
} from './axis.ts';
import { acceptedBins, type ThresholdState, thresholdOfBins } from './definition.ts';

const AXES = { raw: createDistanceAxis(0.6), sphere: createDistanceAxis(2) } as const;
/** Bins in a bar. */
const WIDTH = BINS / EXAMPLE_BINS;

interface HistogramProps {
  readonly state: ReadonlySignal<ThresholdState>;
  readonly summary: ReadonlySignal<VerificationSummary | undefined>;
  /** The bar whose pairs are shown. */
  readonly bar: Signal<number | undefined>;
  readonly ready: ReadonlySignal<boolean>;
  set(change: Partial<ThresholdState>): void;
}

/** How far apart pictures of one person are, and of two, with the threshold between. */
export function Histogram(props: HistogramProps) {
  const isRaw = useComputed(() => props.state.value.source === 'raw');
  return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG drawing is no fieldset.
    <svg
      class="plane histogram"
      data-drawing
      viewBox={`0 0 ${AXIS_SIZE.width} ${AXIS_SIZE.height}`}
      role="group"
      aria-label="Distances of genuine and of impostor pairs, and the threshold"
    >
      {isRaw.value ? (
        <Bars key="raw" axis={AXES.raw} {...props} />
      ) : (
        <Bars key="sphere" axis={AXES.sphere} {...props} />
      )}
    </svg>
  );
}

/** The outline of one kind's bars between two bins, each bar as high as its share of all pairs. */
function outline(counts: readonly number[], axis: DistanceAxis, from: number, to: number): string {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const bars = Array.from({ length: EXAMPLE_BINS }, (_, bar) =>
    counts.slice(bar * WIDTH, (bar + 1) * WIDTH).reduce((sum, count) => sum + count, 0),
  );
  const highest = Math.max(...bars) / all;
  const scale = (BASELINE - TOP) / Math.max(highest, 0.12);
  const at = (bin: number) => axis.toX((bin * axis.end) / BINS);
  let path = '';
  for (let bar = 0; bar < EXAMPLE_BINS; bar++) {
    const [left, right] = [Math.max(from, bar * WIDTH), Math.min(to, (bar + 1) * WIDTH)];
    if (left >= right || bars[bar] === 0) continue;
    const top = BASELINE - (bars[bar]! / all) * scale;
    path += `M${at(left).toFixed(1)},${BASELINE}V${top.toFixed(1)}H${at(right).toFixed(1)}V${BASELINE}Z`;
  }
  return path;
}

function Bars({ axis, state, summary, bar, ready, set }: HistogramProps & { axis: DistanceAxis }) {
  const accepted = useComputed(() =>
    summary.value ? acceptedBins(state.value.threshold, summary.value) : 0,
  );
  const drawn = (kind: 'genuine' | 'impostor', side: 'accepted' | 'rejected') =>
    useComputed(() => {
      if (!summary.value) return '';
      const [from, to] = side === 'accepted' ? [0, accepted.value] : [accepted.value, BINS];
      return outline(summary.value[kind], axis, from, to);
    });
  const position = useComputed(() => ({
    x: summary.value ? thresholdOfBins(accepted.value, summary.value) : state.value.threshold,
    y: 0,
  }));
  const lineX = useComputed(() => axis.toX(position.value.x));
  const barX = useComputed(() => axis.toX(((bar.value ?? 0) * axis.end) / EXAMPLE_BINS));
  const point = (event: PointerEvent & { readonly currentTarget: SVGGElement }) => {
    const { left, width } = event.currentTarget.ownerSVGElement!.getBoundingClientRect();
    const { x } = axis.toUnits({ x: ((event.clientX - left) * AXIS_SIZE.width) / width, y: 0 });
    bar.value = Math.min(EXAMPLE_BINS - 1, Math.max(0, Math.floor((x / axis.end) * EXAMPLE_BINS)));
  };
  /** The arrow keys go from bar to bar, beginning at the threshold; Escape leaves. */
  const walk = (event: TargetedKeyboardEvent<SVGGElement>) => {
    const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    if (event.key === 'Escape') bar.value = undefined;
    else if (by === undefined) return;
    else {
      const from = bar.value ?? Math.floor(accepted.value / WIDTH);
      bar.value = Math.min(EXAMPLE_BINS - 1, Math.max(0, from + by));
    }
    event.preventDefault();
  };
  return (
    <>
      <rect
        class="pointed-bar"
        visibility={useComputed(() => (bar.value === undefined ? 'hidden' : 'inherit'))}
        x={barX}
        y={TOP}
        width={axis.toX(axis.end / EXAMPLE_BINS) - axis.toX(0)}
        height={BASELINE - TOP}
      />
      <g data-mark="frr">
        <path class="bars genuine" d={drawn('genuine', 'accepted')} />
        <path class="bars genuine wrong" d={drawn('genuine', 'rejected')} />
      </g>
      <g data-mark="far">
        <path class="bars impostor" d={drawn('impostor', 'rejected')} />
        <path class="bars impostor wrong" d={drawn('impostor', 'accepted')} />
      </g>
      <g class="histogram-labels">
        <text class="genuine" x={axis.toX(0) + 4} y={18}>
          one person
        </text>
        <text class="impostor" x={axis.toX(axis.end) - 4} y={18}>
          two people
        </text>
      </g>
      <g class="axis">
        <line x1={axis.toX(0)} x2={axis.toX(axis.end)} y1={BASELINE} y2={BASELINE} />
        {axis.ticks.map((tick) => (
          <text key={tick} x={axis.toX(tick)} y={AXIS_SIZE.height - 22}>
            {tick.toFixed(1)}
          </text>
        ))}
        <text class="axis-label" x={axis.toX(axis.end)} y={AXIS_SIZE.height - 4}>
          {axis === AXES.raw ? 'difference of two pictures' : 'distance of two embeddings'}
        </text>
      </g>
      <g
        class="pointing"
        role="slider"
        tabindex={useComputed(() => (ready.value ? 0 : -1))}
        aria-label="Bar whose pairs are shown"
        aria-valuemin={0}
        aria-valuemax={EXAMPLE_BINS - 1}
        aria-valuenow={useComputed(() => bar.value ?? 0)}
        aria-valuetext={useComputed(() =>
          bar.value === undefined
            ? 'none'
            : `distances from ${formatNumber((bar.value * axis.end) / EXAMPLE_BINS)}`,
        )}
        onKeyDown={walk}
        onBlur={() => {
          bar.value = undefined;
        }}
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={() => {
          bar.value = undefined;
        }}
      >
        <rect
          x={axis.toX(0)}
          y={TOP}
          width={axis.toX(axis.end) - axis.toX(0)}
          height={BASELINE - TOP}
        />
      </g>
      <g class="threshold" data-mark="threshold">
        <line x1={lineX} x2={lineX} y1={TOP - 8} y2={HANDLE_Y} />
      </g>
      <DraggablePoints
        plane={axis}
        ready={ready}
        onGrab={() => {}}
        handles={[
          {
            name: 'threshold',
            letter: 't',
            label: 'Threshold',
            home: { x: axis === AXES.raw ? 0.15 : 1, y: 0 },
            position,
            letterOffset: useComputed(() => ({ x: 20, y: 0 })),
            value: {
              min: 0,
              max: axis.end,
              text: ({ x }) => `distance ${formatNumber(x)}`,
            },
            move: ({ x }) => {
              const grain = axis.end / BINS;
              set({ threshold: Number((Math.round(x / grain) * grain).toFixed(6)) });
            },
          },
        ]}
      />
    </>
  );
}
