import { type ReadonlySignal, type Signal, useComputed, useSignal } from '@preact/signals';
import { DraggablePoints } from '../plane/DraggablePoints.tsx';
import type { Plane } from '../plane/plane.ts';
import type { Point } from '../plane/point.ts';
import type { GuessHandle } from './useGuess.ts';
import { useTakeFocus } from './useTakeFocus.ts';

interface GuessMarkProps {
  readonly guess: GuessHandle;
  readonly plane: Plane;
  readonly ready: ReadonlySignal<boolean>;
  /** Where the reader has set the mark. */
  readonly place: Signal<Point>;
  /** What it is a guess at, for a screen reader: "Your guess for j". */
  readonly label: string;
  /** Where the figure came to rest. */
  readonly truth: ReadonlySignal<Point>;
}

const OVER: Point = { x: 0, y: -22 };
const RADIUS = 9;

/** A ring in the plane that the reader sets to where something will be; then a line to where it is. */
export function GuessMark(props: GuessMarkProps) {
  switch (props.guess.phase.value) {
    case 'offered':
      return null;
    case 'open':
      return <Movable {...props} />;
    default:
      return <Standing {...props} />;
  }
}

function Movable({ plane, ready, place, label }: GuessMarkProps) {
  const part = useTakeFocus<SVGGElement>();
  const home = useSignal(place.peek()).peek();
  return (
    <g class="guess-mark" ref={part}>
      <DraggablePoints
        plane={plane}
        ready={ready}
        handles={[
          {
            name: 'guess',
            letter: '?',
            label,
            home,
            position: place,
            letterOffset: useSignal(OVER),
            move: (to) => {
              place.value = to;
            },
          },
        ]}
      />
    </g>
  );
}

function Standing({ guess, plane, place, truth }: GuessMarkProps) {
  const at = useComputed(() => plane.toPixels(place.value));
  const end = useComputed(() => plane.toPixels(truth.value));
  const isJudged = useComputed(() => guess.phase.value === 'judged');
  return (
    <g class="guess-mark" data-guess-x={place.value.x} data-guess-y={place.value.y}>
      {isJudged.value && (
        <line
          class="guess-miss"
          x1={at.value.x}
          y1={at.value.y}
          x2={end.value.x}
          y2={end.value.y}
        />
      )}
      <circle class="guess-ring" cx={at.value.x} cy={at.value.y} r={RADIUS} />
      <text class="mark-label" x={at.value.x} y={at.value.y} dy="-1.1em">
        your guess
      </text>
    </g>
  );
}
