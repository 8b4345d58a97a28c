import { type ReadonlySignal, useComputed } from '@preact/signals';
import { arrowPath } from '../plane/Arrow.tsx';
import './needle.css';

const WIDTH = 480;
const HEIGHT = 262;
const CENTRE = { x: WIDTH / 2, y: 206 };
const RADIUS = 170;
/** The needle at full swing, in degrees from upright. */
const SWING = 78;

const onArc = (degrees: number, radius = RADIUS) => {
  const angle = (degrees * Math.PI) / 180;
  return { x: CENTRE.x + radius * Math.sin(angle), y: CENTRE.y - radius * Math.cos(angle) };
};

function arc(from: number, to: number): string {
  const start = onArc(from);
  const end = onArc(to);
  const sweep = to > from ? 1 : 0;
  return `M${start.x.toFixed(1)},${start.y.toFixed(1)}A${RADIUS},${RADIUS} 0 0 ${sweep} ${end.x.toFixed(1)},${end.y.toFixed(1)}`;
}

/** The needle, drawn anew for each angle: a transform would divide the page into layers anew. */
const pointer = (degrees: number) =>
  [onArc(degrees - 90, 5), onArc(degrees, RADIUS - 22), onArc(degrees + 90, 5)]
    .map(({ x, y }, k) => `${k ? 'L' : 'M'}${x.toFixed(2)},${y.toFixed(2)}`)
    .join('')
    .concat('z');

/** Two arrows along a line, away from each other or towards each other. */
function arrowPair(x: number, y: number, apart: boolean) {
  const [near, far] = apart ? [5, 34] : [34, 5];
  return [-1, 1].map((side) => arrowPath({ x: x + side * near, y }, { x: x + side * far, y }));
}

interface NeedleProps {
  /** Where it points: 1 shrinks and does nothing else, 0 keeps the size, -1 expands. */
  readonly balance: ReadonlySignal<number>;
  /** What a screen reader is told of it. */
  readonly label: ReadonlySignal<string>;
}

/** Whether a cloud is on its way to a smaller one or a larger one: a needle on a dial. */
export function Needle({ balance, label }: NeedleProps) {
  const angle = useComputed(() => balance.value * SWING);
  return (
    <svg
      class="chart needle"
      data-drawing
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
    >
      <Side name="expand" from={-SWING} balance={balance} />
      <Side name="shrink" from={SWING} balance={balance} />
      <line
        class="upright"
        x1={CENTRE.x}
        x2={CENTRE.x}
        y1={CENTRE.y - RADIUS - 14}
        y2={CENTRE.y - RADIUS + 16}
      />
      <g class="pointer" data-needle data-angle={angle}>
        <path d={useComputed(() => pointer(angle.value))} />
        <circle cx={CENTRE.x} cy={CENTRE.y} r="9" />
      </g>
    </svg>
  );
}

interface SideProps {
  readonly name: 'expand' | 'shrink';
  readonly from: number;
  readonly balance: ReadonlySignal<number>;
}

/** One half of the dial: faint as a whole, strong as far as the needle has gone. */
function Side({ name, from, balance }: SideProps) {
  const reached = useComputed(() => {
    const to = balance.value * SWING;
    return to * from > 0 ? arc(0, to) : '';
  });
  const x = name === 'expand' ? 88 : WIDTH - 88;
  const label = onArc(from, RADIUS);
  return (
    <g class={`side side-${name}`} data-mark={name}>
      <path class="dial" d={arc(0, from)} />
      <path class="reached" d={reached} />
      {arrowPair(x, label.y + 34, name === 'expand').map(({ shaft, head }) => (
        <g key={shaft}>
          <path class="arrow-shaft" d={shaft} />
          <path class="arrow-head" d={head} />
        </g>
      ))}
      <text class="side-name" x={x} y={label.y + 80}>
        {name === 'expand' ? 'expands' : 'shrinks'}
      </text>
    </g>
  );
}
