import { type ReadonlySignal, type Signal, useComputed, useSignal } from '@preact/signals';
import { arrowPath } from '../plane/Arrow.tsx';
import { DraggablePoints } from '../plane/DraggablePoints.tsx';
import type { Plane } from '../plane/plane.ts';
import { add, type Point, subtract } from '../plane/point.ts';
import type { GuessHandle } from './useGuess.ts';
import { useTakeFocus } from './useTakeFocus.ts';

interface GuessArrowProps {
  readonly guess: GuessHandle;
  readonly plane: Plane;
  readonly ready: ReadonlySignal<boolean>;
  /** Where the arrow begins. */
  readonly from: ReadonlySignal<Point>;
  /** Where the reader has it point, in radians from the x axis, anticlockwise. */
  readonly angle: Signal<number>;
  /** Where it should have pointed; undefined where nothing moved. */
  readonly truth: ReadonlySignal<number | undefined>;
  readonly label: string;
}

/** Of an arrow, in units of the plane: long enough to be turned finely. */
const LENGTH = 0.6;
const NO_OFFSET: Point = { x: 0, y: 0 };

const tipOf = (from: Point, angle: number): Point =>
  add(from, { x: LENGTH * Math.cos(angle), y: LENGTH * Math.sin(angle) });

const inDegrees = (angle: number) => Math.round((angle * 180) / Math.PI);

/** An arrow at a point that the reader turns; then beside it the one that holds. */
export function GuessArrow(props: GuessArrowProps) {
  const { guess, plane, from, angle, truth } = props;
  const { phase } = guess;
  const right = useComputed(() => (phase.value === 'judged' ? truth.value : undefined));
  if (phase.value === 'offered') return null;
  return (
    <g class="guess-arrow" data-degrees={useComputed(() => inDegrees(angle.value))}>
      {right.value !== undefined && (
        <Drawn class="truth" plane={plane} from={from} angle={right.value} name="it went" />
      )}
      <Drawn
        class="own"
        plane={plane}
        from={from}
        angle={angle.value}
        name={phase.value === 'open' ? '' : 'your guess'}
      />
      {phase.value === 'open' && <Tip {...props} />}
    </g>
  );
}

interface DrawnProps extends Pick<GuessArrowProps, 'plane' | 'from'> {
  readonly class: string;
  readonly angle: number;
  readonly name: string;
}

function Drawn({ class: kind, plane, from, angle, name }: DrawnProps) {
  const start = plane.toPixels(from.value);
  const end = plane.toPixels(tipOf(from.value, angle));
  const { shaft, head } = arrowPath(start, end);
  const beyond = plane.toPixels(
    add(from.value, { x: 1.35 * LENGTH * Math.cos(angle), y: 1.2 * LENGTH * Math.sin(angle) }),
  );
  return (
    <g class={`guess-arrow-${kind}`}>
      <path class="guess-shaft" d={shaft} />
      <path class="guess-head" d={head} />
      <text class="mark-label" x={beyond.x} y={beyond.y} dy="0.3em">
        {name}
      </text>
    </g>
  );
}

/** What turns the arrow. */
function Tip({ plane, ready, from, angle, label }: GuessArrowProps) {
  const part = useTakeFocus<SVGGElement>();
  const position = useComputed(() => tipOf(from.value, angle.value));
  return (
    <g class="guess-tip" ref={part}>
      <DraggablePoints
        plane={plane}
        ready={ready}
        handles={[
          {
            name: 'guess',
            letter: '',
            label,
            home: position.peek(),
            position,
            letterOffset: useSignal(NO_OFFSET),
            value: {
              min: -180,
              max: 180,
              now: () => inDegrees(angle.value),
              text: () => `pointing ${inDegrees(angle.value)} degrees, 0 is right and 90 up`,
            },
            move(to) {
              const { x, y } = subtract(to, from.value);
              if (x !== 0 || y !== 0) angle.value = Math.atan2(y, x);
            },
          },
        ]}
      />
    </g>
  );
}
