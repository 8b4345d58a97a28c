import {
  CURVE,
  type CurvePoint,
  type CurveScale,
  path,
  roundUp,
  toX,
  toY,
} from '#kit/charts/curve.ts';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { spreadOut } from '#kit/plane/spreadOut.ts';
import { type KeptCurve, keptCurves } from './keptCurves.ts';
import type { PastRun } from './pastRun.ts';
import { SettingsTable } from './SettingsTable.tsx';

const LABEL_GAP = 15;
const SHORTEST_AXIS = 100;
/** A first step far above all others must not flatten the rest. */
const SHARE_ON_SCALE = 0.98;

const lastStep = (points: readonly CurvePoint[]): number => points.at(-1)?.step ?? 0;

function scaleOf(curves: readonly (readonly CurvePoint[])[], isShare: boolean): CurveScale {
  const values = curves.flatMap((points) => points.map(({ value }) => value)).sort((a, b) => a - b);
  return {
    lastStep: Math.max(SHORTEST_AXIS, ...curves.map(lastStep)),
    highest: isShare
      ? 1
      : roundUp(Math.max(values[Math.floor(SHARE_ON_SCALE * (values.length - 1))] ?? 1, 1e-6)),
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
  const bottom = CURVE.height - CURVE.bottom;
  const right = CURVE.width - CURVE.right;
  return (
    <svg
      class="chart lab-curves"
      viewBox={`0 0 ${CURVE.width} ${CURVE.height}`}
      role="img"
      aria-label={`${name} of ${runs.map((run) => run.name).join('; ')}`}
    >
      <g class="chart-frame">
        <path class="lab-axis" d={`M${CURVE.left},${bottom}H${right}`} />
        {[0, scale.highest / 2, scale.highest].map((tick) => (
          <text key={tick} class="lab-tick" x={CURVE.left - 8} y={toY(scale, tick) + 4}>
            {String(Number(tick.toPrecision(2)))}
          </text>
        ))}
        <text x={CURVE.left} y={CURVE.height - 8}>
          {name}
        </text>
        <text class="lab-tick" x={right} y={CURVE.height - 8}>
          {`step ${scale.lastStep}`}
        </text>
      </g>
      {runs.map((run, index) => (
        <g key={run.id} class="past-curve" data-look={index}>
          <path class="lab-now" d={path(scale, curves[index]!)} />
          <text x={toX(scale, lastStep(curves[index]!)) + 6} y={heights[index]! + 4}>
            {`${index + 1}: ${formatNumber(curves[index]!.at(-1)?.value ?? 0, 3)}`}
          </text>
        </g>
      ))}
    </svg>
  );
}
