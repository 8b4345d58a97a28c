import { type ReadonlySignal, useComputed } from '@preact/signals';
import { CURVE, type CurveScale, toX } from '#kit/charts/curve.ts';
import type { History } from '#training/run/history.ts';

interface ChangesProps {
  readonly history: ReadonlySignal<History>;
  readonly scale: ReadonlySignal<CurveScale>;
}

/** Where other settings took over in mid-run. */
export function Changes({ history, scale }: ChangesProps) {
  const changes = useComputed(() => history.value.changes ?? []);
  return (
    <>
      {changes.value.map(({ step, text }) => {
        const x = toX(scale.value, step).toFixed(1);
        return (
          <g key={step} class="lab-change">
            <path d={`M${x},${CURVE.top}V${CURVE.height - CURVE.bottom}`} />
            <text x={x} y={CURVE.top} dx="4" dy="0.7em">
              {text}
            </text>
          </g>
        );
      })}
    </>
  );
}
