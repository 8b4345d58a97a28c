import { type ReadonlySignal, useComputed } from '@preact/signals';
import { useId } from 'preact/hooks';

/** Where the slider stops: one by one where one more changes much, doubling beyond. */
const STOPS: readonly number[] = [
  2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512,
];

interface DimensionSliderProps {
  readonly dimensions: ReadonlySignal<number>;
  readonly ready: ReadonlySignal<boolean>;
  set(dimensions: number): void;
}

/** The dimensions of the space, from two to 512. A link may set one between two stops. */
export function DimensionSlider({ dimensions, ready, set }: DimensionSliderProps) {
  const id = useId();
  const stop = useComputed(() => STOPS.findIndex((known) => known >= dimensions.value));
  return (
    <div class="control slider">
      <label for={id}>dimensions D</label>
      <input
        id={id}
        type="range"
        min={0}
        max={STOPS.length - 1}
        step={1}
        value={stop}
        disabled={useComputed(() => !ready.value)}
        aria-valuetext={useComputed(() => `${dimensions.value} dimensions`)}
        onInput={(event) => set(STOPS[event.currentTarget.valueAsNumber]!)}
      />
      <output for={id} class="number" data-quantity="dimensions" data-value={dimensions}>
        {dimensions}
      </output>
    </div>
  );
}
