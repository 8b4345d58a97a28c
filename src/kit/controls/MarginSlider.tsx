import type { ReadonlySignal } from '@preact/signals';
import { Slider } from './Slider.tsx';

interface MarginSliderProps {
  readonly margin: ReadonlySignal<number>;
  readonly range: { readonly min: number; readonly max: number };
  readonly step?: number;
  readonly ready: ReadonlySignal<boolean>;
  set(margin: number): void;
}

/** The margin of a figure's loss. */
export const MarginSlider = ({ margin, range, step = 0.01, ready, set }: MarginSliderProps) => (
  <Slider
    label={['margin ', <var key="m">m</var>]}
    name="margin"
    value={margin}
    {...range}
    step={step}
    ready={ready}
    set={set}
  />
);
