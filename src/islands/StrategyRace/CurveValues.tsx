import { type ReadonlySignal, useComputed } from '@preact/signals';
import { type CurvePoint, lastStepOf, valueAt } from '#kit/charts/curve.ts';
import { formatCount, formatNumber } from '#kit/figure/numberFormat.ts';
import { LaneMark } from '#kit/charts/LaneMark.tsx';
import { LANE_NUMBERS } from './lane.ts';

interface CurveValuesProps {
  readonly names: ReadonlySignal<readonly string[]>;
  readonly curves: ReadonlySignal<readonly (readonly CurvePoint[])[]>;
  /** The step to read at; where there is none, the last. */
  readonly step: ReadonlySignal<number | undefined>;
}

/** What the curves are at a step, each beside its lane's mark. */
export function CurveValues({ names, curves, step }: CurveValuesProps) {
  const shown = useComputed(() => step.value ?? Math.max(0, ...curves.value.map(lastStepOf)));
  return (
    <p class="race-read-out" data-drawing>
      <span>step {useComputed(() => formatCount(shown.value))}</span>
      {useComputed(() =>
        names.value.map((name, index) => {
          const value = valueAt(curves.value[index] ?? [], shown.value);
          return (
            <span key={name}>
              <LaneMark number={LANE_NUMBERS[index]!} />
              <span class="visually-hidden">{name} </span>
              <span class="number">{value === undefined ? '–' : formatNumber(value, 3)}</span>
            </span>
          );
        }),
      )}
    </p>
  );
}
