import { signal } from '@preact/signals';
import {
  CURVE,
  type CurvePoint,
  type CurveScale,
  lastStepOf,
  path,
  toX,
  bottomOf,
  topOf,
  toY,
} from '#kit/charts/curve.ts';
import { CurveFrame } from '#kit/charts/CurveFrame.tsx';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { spreadOut } from '#kit/charts/spreadOut.ts';
import { type KeptCurve, keptCurves } from './keptCurves.ts';
import type { PastRun } from './pastRun.ts';
import { SettingsTable } from './SettingsTable.tsx';

const LABEL_GAP = 15;
const SHORTEST_AXIS = 100;

function scaleOf(curves: readonly (readonly CurvePoint[])[], isShare: boolean): CurveScale {
  return {
    lastStep: Math.max(SHORTEST_AXIS, ...curves.map(lastStepOf)),
    ...(isShare ? { highest: 1 } : { lowest: bottomOf(curves), highest: topOf(curves) }),
  };
}

/** Past runs over one another, numbered as in the list of them: every curve that was kept, and what sets them apart. */
export function Comparison({ runs }: { readonly runs: readonly PastRun[] }) {
  return (
    <div class="past-comparison">
      <ol>
        {runs.map(({ id, name }, index) => (
          <li key={id} class="past-curve" data-look={index}>
            {name}
          </li>
        ))}
      </ol>
      <SettingsTable runs={runs} />
      <div class="past-charts">
        {keptCurves(runs).map((curve) => (
          <ComparedCurves key={curve.name} curve={curve} runs={runs} />
        ))}
      </div>
    </div>
  );
}

interface ComparedCurvesProps {
  readonly curve: KeptCurve;
  readonly runs: readonly PastRun[];
}

function ComparedCurves({ curve: { name, isShare, of }, runs }: ComparedCurvesProps) {
  const curves = runs.map(({ history }) => of(history));
  const scale = scaleOf(curves, isShare);
  const heights = spreadOut(
    curves.map((points) => toY(scale, points.at(-1)?.value ?? 0)),
    LABEL_GAP,
  );
  return (
    <svg
      class="chart lab-curves"
      data-drawing
      viewBox={`0 0 ${CURVE.width} ${CURVE.height}`}
      role="img"
      aria-label={`${name} of ${runs.map((run) => run.name).join('; ')}`}
    >
      <CurveFrame label={name} scale={signal(scale)} />
      {runs.map((run, index) => (
        <g key={run.id} class="past-curve" data-look={index}>
          <path class="lab-now" d={path(scale, curves[index]!)} />
          <text x={toX(scale, lastStepOf(curves[index]!)) + 6} y={heights[index]! + 4}>
            {`${index + 1}: ${formatNumber(curves[index]!.at(-1)?.value ?? 0, 3)}`}
          </text>
        </g>
      ))}
    </svg>
  );
}
