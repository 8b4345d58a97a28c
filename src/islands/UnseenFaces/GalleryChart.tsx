import { type ReadonlySignal, useComputed } from '@preact/signals';
import { formatPercent } from '#kit/figure/numberFormat.ts';
import { linePath } from '#kit/plane/svgPath.ts';
import { falseAlarm, GALLERY_RANGE } from './definition.ts';

const WIDTH = 460;
const HEIGHT = 300;
const LEFT = 52;
const RIGHT = 20;
const TOP = 30;
const BOTTOM = 44;
const DECADES = Math.log10(GALLERY_RANGE.max);

const toX = (people: number) =>
  LEFT + (Math.log10(Math.max(1, people)) / DECADES) * (WIDTH - LEFT - RIGHT);
const toY = (share: number) => HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);

const SAMPLES = Array.from({ length: 81 }, (_, k) => Math.round(10 ** ((k * DECADES) / 80)));
const pathOf = (share: (people: number) => number) =>
  linePath(SAMPLES.map((people) => ({ x: toX(people), y: toY(share(people)) })));
const FORMULA = pathOf(falseAlarm);

/** The share of strangers who have met a match among so many people. */
const measuredShare = (matches: Int32Array, people: number): number =>
  matches.filter((enrolled) => enrolled <= people).length / matches.length;

interface GalleryChartProps {
  readonly gallery: ReadonlySignal<number>;
  /** How often, by the formula. */
  readonly expected: ReadonlySignal<number>;
  readonly matches: ReadonlySignal<Int32Array | undefined>;
}

/** How often a stranger is taken for somebody, by the number of people enrolled. */
export function GalleryChart({ gallery, expected, matches }: GalleryChartProps) {
  const met = useComputed(() => matches.value && measuredShare(matches.value, gallery.value));
  const x = useComputed(() => toX(gallery.value).toFixed(1));
  const measured = useComputed(() => {
    const of = matches.value;
    return of ? pathOf((people) => measuredShare(of, people)) : '';
  });
  return (
    <svg
      class="chart gallery-chart"
      data-drawing
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={useComputed(
        () =>
          `False alarms by the number of people enrolled: among ${gallery.value} the formula says ${formatPercent(expected.value, 0)}${met.value === undefined ? '' : `, measured ${formatPercent(met.value, 0)}`}`,
      )}
    >
      <Axes />
      <path class="formula-curve" d={FORMULA} />
      <path class="measured-curve" d={measured} />
      <circle
        class="gallery-dot"
        data-mark="gallery"
        cx={x}
        cy={useComputed(() => toY(expected.value).toFixed(1))}
        r={7}
      />
      <circle
        class="measured-dot"
        visibility={useComputed(() => (met.value === undefined ? 'hidden' : 'inherit'))}
        cx={x}
        cy={useComputed(() => toY(met.value ?? 0).toFixed(1))}
        r={5}
        data-quantity="measuredFalseAlarm"
        data-value={met}
      />
    </svg>
  );
}

/** The people on a logarithmic axis, the share of strangers upwards. */
const Axes = () => (
  <g class="chart-frame">
    <line class="axis" x1={LEFT} x2={WIDTH - RIGHT} y1={toY(0)} y2={toY(0)} />
    {[0, 0.5, 1].map((share) => (
      <g key={share}>
        <line class="grid" x1={LEFT} x2={WIDTH - RIGHT} y1={toY(share)} y2={toY(share)} />
        <text class="tick-y" x={LEFT - 8} y={toY(share)} dy="0.32em">
          {formatPercent(share, 0)}
        </text>
      </g>
    ))}
    {[1, 10, 100, 1000, 10_000].map((people) => (
      <text
        key={people}
        class={people === GALLERY_RANGE.max ? 'tick-end' : 'tick-x'}
        x={toX(people)}
        y={toY(0) + 18}
      >
        {people.toLocaleString('en')}
      </text>
    ))}
    <text class="axis-x" x={WIDTH - RIGHT} y={HEIGHT - 6}>
      people enrolled
    </text>
    <text class="axis-y" x={0} y={14}>
      strangers taken for somebody
    </text>
  </g>
);
