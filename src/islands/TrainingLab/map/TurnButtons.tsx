import type { ReadonlySignal } from '@preact/signals';
import { directionOfKey } from '#kit/controls/keys.ts';
import { type Orbit, turnBy } from '#kit/plane/orbit.ts';

/** A press turns by so much, in radians. */
const STEP = Math.PI / 9;

/** Arrow keys, which way the arrow is turned, and what a press says that it does. */
const TURNS = [
  { key: 'ArrowLeft', rotate: '-90deg', name: 'Turn to the left' },
  { key: 'ArrowRight', rotate: '90deg', name: 'Turn to the right' },
  { key: 'ArrowUp', rotate: '0deg', name: 'Tilt up' },
  { key: 'ArrowDown', rotate: '180deg', name: 'Tilt down' },
] as const;

interface TurnButtonsProps {
  readonly orbit: ReadonlySignal<Orbit>;
  turnTo(orbit: Orbit): void;
}

/** Turns a cloud in space for whoever can press and not drag. */
export function TurnButtons({ orbit, turnTo }: TurnButtonsProps) {
  const turn = (key: string) => {
    const { x, y } = directionOfKey(key)!;
    turnTo(turnBy(orbit.value, STEP * x, -STEP * y));
  };
  return (
    <div class="turn-buttons">
      {TURNS.map(({ key, rotate, name }) => (
        <button
          type="button"
          key={key}
          style={{ rotate }}
          aria-label={name}
          onClick={() => turn(key)}
        >
          ↑
        </button>
      ))}
    </div>
  );
}
