import { type ReadonlySignal, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { DIGITS } from '../../figures/scatter/palette.ts';
import {
  createScatter,
  type Drawn,
  type Scatter as Painter,
  SIZE,
} from '../../figures/scatter/scatter.ts';
import { onThemeChange } from '../../figures/theme.ts';
import { DigitCard } from './DigitCard.tsx';
import { GuestMark } from './GuestMark.tsx';
import type { Lab } from './lab.ts';
import { ARROWS, nearestPoint, nextPoint } from './nearest.ts';

/** How near the pointer must be to a digit, in units of the drawing. */
const REACH = 16;
/** The view reaches at least so many margins from its centre to each side. */
const MARGINS_IN_VIEW = 1.5;

/** When all medians lie within so many units, they are not written. */
const PILE = 16;

/** How far apart the outermost of row-major points lie, along x or y. */
function extentOf(points: ArrayLike<number>): number {
  const along = (offset: number) => {
    const values = Array.from(points).filter((_, index) => index % 2 === offset);
    return Math.max(...values) - Math.min(...values);
  };
  return Math.max(along(0), along(1));
}

interface ScatterProps {
  readonly lab: Lab;
  /** The margin as a length on the plane, and what that length is called. */
  readonly marginLength: ReadonlySignal<number>;
  readonly marginText: ReadonlySignal<string>;
  readonly isolated: ReadonlySignal<number | undefined>;
}

/** The held-out digits on the embedding plane; pointer or arrow keys bring up one digit's image. */
export function Scatter({ lab, marginLength, marginText, isolated }: ScatterProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const painter = useRef<Painter | null>(null);
  const drawn = useSignal<Drawn | undefined>(undefined);
  const chosen = useSignal<number | undefined>(undefined);
  const empty = useComputed(() => drawn.value === undefined);

  // Where it lay at an earlier step is not known.
  const guestPoint = useComputed(() =>
    lab.past.value === undefined ? lab.guestPoint.value : undefined,
  );

  // Labels on one spot would hide the collapse that they stand on.
  const piled = useComputed(() => extentOf(drawn.value?.medians ?? []) < PILE);

  useEffect(() => {
    const element = canvas.current!;
    const scatter = createScatter({
      canvas: element,
      onDrawn(scene) {
        drawn.value = scene;
        lab.drawn();
      },
    });
    painter.current = scatter;
    const stopTheme = onThemeChange(scatter.readTheme);
    const resize = new ResizeObserver(scatter.redraw);
    resize.observe(element);
    return () => {
      stopTheme();
      resize.disconnect();
      scatter.stop();
    };
  }, []);

  useSignalEffect(() => {
    const points = lab.shownEmbedding.value;
    const labels = lab.heldOut.value?.labels;
    if (!points || !labels) {
      painter.current?.clear();
      drawn.value = undefined;
      chosen.value = undefined;
      return;
    }
    painter.current?.show(points, labels, {
      smallestHalf: MARGINS_IN_VIEW * marginLength.peek(),
      still: matchMedia('(prefers-reduced-motion: reduce)').matches,
    });
  });
  useSignalEffect(() => painter.current?.isolate(isolated.value));

  const isShown = (point: number): boolean =>
    isolated.value === undefined || lab.heldOut.value?.labels[point] === isolated.value;

  const point = (event: PointerEvent) => {
    const box = canvas.current!.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * SIZE;
    const y = ((event.clientY - box.top) / box.height) * SIZE;
    if (drawn.value) {
      chosen.value = nearestPoint(drawn.value.points, { x, y, reach: REACH }, isShown);
    }
  };

  const walk = (event: KeyboardEvent) => {
    const direction = ARROWS[event.key];
    if (event.key === 'Escape') chosen.value = undefined;
    if (!direction || !drawn.value) return;
    event.preventDefault();
    const { points } = drawn.value;
    const at = chosen.value;
    const [x, y] = at === undefined ? [SIZE / 2, SIZE / 2] : [points[2 * at]!, points[2 * at + 1]!];
    chosen.value = nextPoint(points, { x, y, direction }, isShown) ?? at;
  };

  const place = useComputed(() => {
    const at = chosen.value;
    const points = drawn.value?.points;
    if (at === undefined || !points) return undefined;
    return { x: points[2 * at]! / SIZE, y: points[2 * at + 1]! / SIZE };
  });
  const spoken = useComputed(() => {
    const at = chosen.value;
    return at === undefined ? '' : `digit ${lab.heldOut.value?.labels[at]}`;
  });
  const barLength = useComputed(() => marginLength.value * (drawn.value?.scale ?? 0));

  return (
    <div class="lab-plane" data-empty={empty} data-piled={piled}>
      <canvas ref={canvas} />
      <svg
        class="lab-labels"
        data-drawing={useComputed(() => (empty.value ? undefined : ''))}
        viewBox={`0 0 ${SIZE} ${SIZE}`}
        role="application"
        aria-label="Held-out digits on the embedding plane. Arrow keys walk from digit to digit."
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys walk over its digits.
        tabIndex={0}
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={() => {
          chosen.value = undefined;
        }}
        onKeyDown={walk}
        onBlur={() => {
          chosen.value = undefined;
        }}
      >
        {DIGITS.map((digit) => (
          <MedianLabel key={digit} digit={digit} drawn={drawn} isolated={isolated} />
        ))}
        <g class="lab-scale" transform={`translate(12 ${SIZE - 14})`}>
          <path d={useComputed(() => `M0-4V4M0,0H${barLength.value}M${barLength.value}-4V4`)} />
          <text x={useComputed(() => barLength.value + 8)} y="4">
            {marginText}
          </text>
        </g>
        <GuestMark point={guestPoint} drawn={drawn} />
        <circle
          class="lab-ring"
          r="7"
          cx={useComputed(() => (place.value?.x ?? -1) * SIZE)}
          cy={useComputed(() => (place.value?.y ?? -1) * SIZE)}
        />
      </svg>
      <DigitCard
        heldOut={lab.heldOut}
        chosen={chosen}
        embedding={lab.shownEmbedding}
        place={place}
      />
      <span class="visually-hidden" role="status">
        {spoken}
      </span>
    </div>
  );
}

interface MedianLabelProps {
  readonly digit: number;
  readonly drawn: ReadonlySignal<Drawn | undefined>;
  readonly isolated: ReadonlySignal<number | undefined>;
}

/** The digit itself, at its class's median. */
function MedianLabel({ digit, drawn, isolated }: MedianLabelProps) {
  return (
    <text
      class="lab-median"
      style={{ fill: `var(--digit-${digit})` }}
      data-faint={useComputed(() => isolated.value !== undefined && isolated.value !== digit)}
      x={useComputed(() => drawn.value?.medians[2 * digit] ?? -SIZE)}
      y={useComputed(() => drawn.value?.medians[2 * digit + 1] ?? -SIZE)}
      dy="0.35em"
    >
      {digit}
    </text>
  );
}
