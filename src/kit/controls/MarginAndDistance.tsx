import { type ReadonlySignal, useComputed } from '@preact/signals';
import { MarginSlider } from './MarginSlider.tsx';
import { Toggle } from './Toggle.tsx';

interface MarginAndDistanceState {
  readonly margin: number;
  readonly squared: boolean;
}

interface MarginAndDistanceProps {
  readonly state: ReadonlySignal<MarginAndDistanceState>;
  readonly range: { readonly min: number; readonly max: number };
  readonly ready: ReadonlySignal<boolean>;
  set(change: Partial<MarginAndDistanceState>): void;
}

/** The margin of a triplet loss, and which distance it is compared with. */
export function MarginAndDistance({ state, range, ready, set }: MarginAndDistanceProps) {
  return (
    <>
      <MarginSlider
        margin={useComputed(() => state.value.margin)}
        range={range}
        ready={ready}
        set={(margin) => set({ margin })}
      />
      <Toggle
        label="squared distances"
        name="squared"
        value={useComputed(() => state.value.squared)}
        ready={ready}
        set={(squared) => set({ squared })}
      />
    </>
  );
}
