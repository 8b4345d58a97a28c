import { type ReadonlySignal, type Signal, useComputed } from '@preact/signals';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { ARROWS, nearestPoint, nextPoint } from '../map/nearest.ts';
import type { LossItem, LossItems } from '#metric/losses/items.ts';
import type { Selection } from './items.ts';
import {
  hingeLine,
  LEFT,
  lineAbove,
  type PlotScale,
  plotScale,
  SIDE,
  SIZE,
  TOP,
} from './plotScale.ts';

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

/** Triplets by d_ap and d_an, or pairs by distance and loss: dots, among which one can be chosen. */
export function ItemPlot({ selection, margin, about, chosen, moved }: ItemPlotProps) {
  const scale = useComputed(() => plotScale(selection.value.items, about.value.axes));
  const points = useComputed(() =>
    Float32Array.from(selection.value.items.flatMap(({ x, y }) => scale.value.place(x, y))),
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

  const step = useComputed(() => {
    const [from, to] = [at.value, moved.value];
    if (!from || !to) return '';
    const [x, y] = scale.value.place(...to);
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
      <PlotFrame scale={scale} about={about} margin={margin} />
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

interface PlotFrameProps extends Pick<ItemPlotProps, 'about' | 'margin'> {
  readonly scale: ReadonlySignal<PlotScale>;
}

/** The axes with their names and ends, and the lines at which a triplet or a pair changes its kind. */
function PlotFrame({ scale, about, margin }: PlotFrameProps) {
  const axes = useComputed(() => about.value.axes);
  const diagonal = useComputed(() => (axes.value.alike ? lineAbove(scale.value, 0) : ''));
  const hinge = useComputed(() => hingeLine(scale.value, axes.value, margin.value));
  const least = useComputed(() => (scale.value.least < 0 ? formatNumber(scale.value.least) : '0'));
  return (
    <>
      <path class="lab-axis" d={`M${LEFT},${TOP}V${TOP + SIDE}H${LEFT + SIDE}`} />
      <path class="batch-diagonal" d={diagonal} />
      <path class="batch-hinge" d={hinge} />
      <text x={LEFT} y={SIZE - 12}>
        {least}
      </text>
      <text class="lab-tick" x={LEFT + SIDE} y={SIZE - 12}>
        {useComputed(() => `${axes.value.x} ${formatNumber(scale.value.x)}`)}
      </text>
      <text class="lab-tick" transform={`translate(${LEFT - 12} ${TOP}) rotate(-90)`}>
        {useComputed(() => `${axes.value.y} ${formatNumber(scale.value.y)}`)}
      </text>
    </>
  );
}
