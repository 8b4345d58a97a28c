import type { ReadonlySignal } from '@preact/signals';
import { StopSlider } from '#kit/controls/StopSlider.tsx';

/** Where the slider stops: one by one where one more changes much, doubling beyond. */
const STOPS: readonly number[] = [
  2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512,
];

interface DimensionSliderProps {
  readonly dimensions: ReadonlySignal<number>;
  readonly ready: ReadonlySignal<boolean>;
  set(dimensions: number): void;
}

/** The dimensions of the space, from two to 512. */
export const DimensionSlider = ({ dimensions, ready, set }: DimensionSliderProps) => (
  <StopSlider
    label={['dimensions ', <var key="D">D</var>]}
    name="dimensions"
    stops={STOPS}
    value={dimensions}
    {...{ ready, set }}
    shown={String}
    spoken={(value) => `${value} dimensions`}
  />
);
