import { type ReadonlySignal, type Signal, useComputed } from '@preact/signals';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { ARROWS, nearestPoint, nextPoint } from '../map/nearest.ts';
import type { LossItem, LossItems } from '#metric/losses/items.ts';
import type { Selection } from './items.ts';

const SIZE = 400;
const LEFT = 34;
const TOP = 10;
const SIDE = SIZE - LEFT - TOP;
/** How near the pointer must be to a dot, in units of the drawing. */
const REACH = 24;

interface ItemPlotProps {
  readonly selection: ReadonlySignal<Selection>;
  /** Where the hinge opens, in the units of the distances; undefined for a soft margin. */
  readonly margin: ReadonlySignal<number | undefined>;
  readonly about: ReadonlySignal<LossItems>;
  readonly chosen: Signal<LossItem | undefined>;
  /** Where the chosen one has gone with the step. */
  readonly moved: ReadonlySignal<readonly [number, number] | undefined>;
}

/** The end of an axis: all but the farthest hundredth fits. */
function endOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.max(1e-9, sorted[Math.floor(0.99 * (sorted.length - 1))] ?? 1);
}

/** Triplets by d_ap and d_an, or pairs by distance and loss: dots, among which one can be chosen. */
export function ItemPlot({ selection, margin, about, chosen, moved }: ItemPlotProps) {
  const ends = useComputed(() => {
    const { items } = selection.value;
    const least = Math.min(0, ...items.map((item) => item.x));
    const x = endOf(items.map((item) => item.x));
    const y = endOf(items.map((item) => item.y));
    // One scale for two distances, so that the diagonal is where they are equal.
    const both = Math.max(x, y);
    return about.value.axes.alike ? { least, x: both, y: both } : { least, x, y };
  });
  const place = (x: number, y: number): readonly [number, number] => [
    LEFT + SIDE * Math.min(1, (x - ends.value.least) / (ends.value.x - ends.value.least)),
    TOP + SIDE * (1 - Math.min(1, y / ends.value.y)),
  ];
  const points = useComputed(() =>
    Float32Array.from(selection.value.items.flatMap(({ x, y }) => place(x, y))),
  );
  const at = useComputed(() => {
    const index = chosen.value ? selection.value.items.indexOf(chosen.value) : -1;
    return index < 0
      ? undefined
      : ([points.value[2 * index]!, points.value[2 * index + 1]!] as const);
  });
  const choose = (index: number | undefined) => {
    if (index !== undefined) chosen.value = selection.value.items[index];
  };
  const isShown = () => true;

  /** From the diagonal, or a line above it, to the far ends. */
  const above = (gap: number) => {
    const { x, y } = ends.value;
    const [x0, y0] = place(0, gap);
    const [x1, y1] = place(Math.max(0, Math.min(x, y - gap)), y);
    return `M${x0},${y0}L${x1},${y1}`;
  };
  const diagonal = useComputed(() => (about.value.axes.alike ? above(0) : ''));
  const hinge = useComputed(() => {
    const gap = margin.value;
    if (gap === undefined) return '';
    if (about.value.axes.alike) return gap < ends.value.y ? above(gap) : '';
    const [x] = place(gap, 0);
    return gap < ends.value.x ? `M${x},${TOP}V${TOP + SIDE}` : '';
  });
  const step = useComputed(() => {
    const [from, to] = [at.value, moved.value];
    if (!from || !to) return '';
    const [x, y] = place(...to);
    return `M${from[0]},${from[1]}L${x},${y}`;
  });

  return (
    <svg
      class="batch-plot"
      viewBox={`0 0 ${SIZE} ${SIZE}`}
      role="application"
      aria-label={useComputed(
        () => `${about.value.axes.label}. Arrow keys walk from one to the next.`,
      )}
      // In small letters: an SVG made by a script takes no other spelling.
      tabindex={0}
      onPointerDown={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        const x = ((event.clientX - box.left) / box.width) * SIZE;
        const y = ((event.clientY - box.top) / box.height) * SIZE;
        choose(nearestPoint(points.value, { x, y, reach: REACH }, isShown));
      }}
      onKeyDown={(event) => {
        if (event.metaKey || event.ctrlKey || event.altKey) return;
        if (event.key === 'Escape') chosen.value = undefined;
        const direction = ARROWS[event.key];
        if (!direction) return;
        event.preventDefault();
        const [x, y] = at.value ?? [SIZE / 2, SIZE / 2];
        const next = nextPoint(points.value, { x, y, direction }, isShown);
        const reach = Number.POSITIVE_INFINITY;
        if (next === undefined && at.value) return;
        choose(next ?? nearestPoint(points.value, { x, y, reach }, isShown));
      }}
    >
      <path class="lab-axis" d={`M${LEFT},${TOP}V${TOP + SIDE}H${LEFT + SIDE}`} />
      <path class="batch-diagonal" d={diagonal} />
      <path class="batch-hinge" d={hinge} />
      {useComputed(() =>
        about.value.kinds
          .toReversed()
          .map((kind) => <Dots key={kind} kind={kind} selection={selection} points={points} />),
      )}
      <path class="batch-step" d={step} />
      <circle
        class="batch-ring"
        r="6"
        cx={useComputed(() => at.value?.[0] ?? -20)}
        cy={useComputed(() => at.value?.[1] ?? -20)}
      />
      <text x={LEFT} y={SIZE - 12}>
        {useComputed(() => (ends.value.least < 0 ? formatNumber(ends.value.least) : '0'))}
      </text>
      <text class="lab-tick" x={LEFT + SIDE} y={SIZE - 12}>
        {useComputed(() => `${about.value.axes.x} ${formatNumber(ends.value.x)}`)}
      </text>
      <text class="lab-tick" transform={`translate(${LEFT - 12} ${TOP}) rotate(-90)`}>
        {useComputed(() => `${about.value.axes.y} ${formatNumber(ends.value.y)}`)}
      </text>
    </svg>
  );
}

interface DotsProps {
  readonly kind: string;
  readonly selection: ReadonlySignal<Selection>;
  /** x and y of each item, in units of the drawing. */
  readonly points: ReadonlySignal<Float32Array>;
}

/** The items of one kind, each a stroke of no length, which round caps make a dot. */
function Dots({ kind, selection, points }: DotsProps) {
  const path = useComputed(() =>
    selection.value.items
      .map((item, k) =>
        item.kind === kind
          ? `M${points.value[2 * k]!.toFixed(1)} ${points.value[2 * k + 1]!.toFixed(1)}h0`
          : '',
      )
      .join(''),
  );
  return <path class="batch-dots" data-kind={kind} d={path} />;
}
