import { CURVE, type CurvePoint, type CurveScale, path, toX, toY } from '../../../figures/curve.ts';
import { spreadOut } from '../../../figures/spreadOut.ts';
import { knnOf } from '../series.ts';
import type { PastRun } from './pastRun.ts';

const LABEL_GAP = 15;
const SHORTEST_AXIS = 100;

const lastStep = (points: readonly CurvePoint[]): number => points.at(-1)?.step ?? 0;

/** The kNN accuracy of past runs over one another, numbered as in the list of them. */
export function Comparison({ runs }: { readonly runs: readonly PastRun[] }) {
  const curves = runs.map(({ history }) => knnOf(history));
  const scale: CurveScale = {
    lastStep: Math.max(SHORTEST_AXIS, ...curves.map(lastStep)),
    highest: 1,
  };
  const heights = spreadOut(
    curves.map((points) => toY(scale, points.at(-1)?.value ?? 0)),
    LABEL_GAP,
  );
  const bottom = CURVE.height - CURVE.bottom;
  const right = CURVE.width - CURVE.right;
  return (
    <figure>
      <svg
        class="chart lab-curves"
        viewBox={`0 0 ${CURVE.width} ${CURVE.height}`}
        role="img"
        aria-label={`kNN accuracy of ${runs.map(({ name }) => name).join('; ')}`}
      >
        <g class="chart-frame">
          <path class="lab-axis" d={`M${CURVE.left},${bottom}H${right}`} />
          {[0, 0.5, 1].map((tick) => (
            <text key={tick} class="lab-tick" x={CURVE.left - 8} y={toY(scale, tick) + 4}>
              {tick}
            </text>
          ))}
          <text x={CURVE.left} y={CURVE.height - 8}>
            kNN accuracy
          </text>
          <text class="lab-tick" x={right} y={CURVE.height - 8}>
            {`step ${scale.lastStep}`}
          </text>
        </g>
        {runs.map(({ id, name }, index) => (
          <g key={id} class="past-curve" data-look={index}>
            <path class="lab-now" d={path(scale, curves[index]!)} />
            <text x={toX(scale, lastStep(curves[index]!)) + 6} y={heights[index]! + 4}>
              {index + 1}
              <title>{name}</title>
            </text>
          </g>
        ))}
      </svg>
      <ol>
        {runs.map(({ id, name }, index) => (
          <li key={id} class="past-curve" data-look={index}>
            {name}
          </li>
        ))}
      </ol>
    </figure>
  );
}
