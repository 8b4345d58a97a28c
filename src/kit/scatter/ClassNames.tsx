import { type ReadonlySignal, useComputed } from '@preact/signals';
import { colourOf, DIGITS } from './palette.ts';
import { arePiled } from './piled.ts';
import type { Drawn } from './scatter.ts';
import './classNames.css';

/** The names of the classes need so many units of the drawing. */
const ROOM_FOR_NAMES = 24;

/** Over a canvas of digits: each class's name at its median, while these are apart. */
export function ClassNames({ drawn }: { readonly drawn: ReadonlySignal<Drawn | undefined> }) {
  const areApart = useComputed(
    () => drawn.value !== undefined && !arePiled(drawn.value.medians, ROOM_FOR_NAMES),
  );
  return (
    <g visibility={useComputed(() => (areApart.value ? 'inherit' : 'hidden'))}>
      {DIGITS.map((digit) => (
        <text
          key={digit}
          class="class-name"
          style={{ fill: colourOf(digit) }}
          x={useComputed(() => drawn.value?.medians[2 * digit] ?? 0)}
          y={useComputed(() => drawn.value?.medians[2 * digit + 1] ?? 0)}
          dy="0.35em"
        >
          {digit}
        </text>
      ))}
    </g>
  );
}
