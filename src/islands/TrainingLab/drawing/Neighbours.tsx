import type { ReadonlySignal } from '@preact/signals';
import { MNIST } from '#data/digits/digitSource.ts';
import { SamplePicture } from '#kit/drawing/SamplePicture.tsx';
import type { Lab } from '../run/lab.ts';
import { pixelsOf } from './pixelsOf.ts';

interface NeighboursProps {
  readonly lab: Lab;
  /** Rows of the held-out digits, the nearest first. */
  readonly rows: ReadonlySignal<readonly number[]>;
}

/** The held-out digits among which a guest has landed. */
export function Neighbours({ lab, rows }: NeighboursProps) {
  const digits = lab.heldOut.value;
  return (
    <ol class="draw-digit-row" aria-label="Its nearest neighbours">
      {rows.value.map((row) => (
        <li key={row}>
          <SamplePicture
            height={MNIST.height}
            width={MNIST.width}
            pixels={digits?.images && pixelsOf(digits.images, row)}
            label={`a ${digits?.labels[row]}`}
          />
        </li>
      ))}
    </ol>
  );
}
