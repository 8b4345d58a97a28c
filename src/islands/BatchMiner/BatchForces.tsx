import { type ReadonlySignal, useComputed } from '@preact/signals';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { Quantity } from '#kit/figure/Quantity.tsx';
import type { BatchState } from './batch.ts';
import { type BatchForces as Forces, forcesUnder } from './forces.ts';
import './charts.css';

const WIDTH = 480;
const HEIGHT = 150;
const MIDDLE = HEIGHT / 2;
/** The longest force reaches so far from the middle. */
const REACH = 56;
const LEFT = 4;
/** Bars are no wider than that, and a batch of many triplets has thinner ones. */
const WIDEST = 26;

interface BatchForcesProps {
  readonly state: ReadonlySignal<BatchState>;
}

/** What pulls and what pushes in the batch, once with squared distances and once with plain ones. */
export function BatchForces({ state }: BatchForcesProps) {
  const isShown = useComputed(() => state.value.panel === 'forces');
  return (
    <>
      <p>
        Of every selected triplet with a loss the pull on its positive, upwards, and the push on its
        negative, downwards; the hardest triplet first.
      </p>
      {useComputed(
        () =>
          isShown.value && (
            <>
              <UnderDistance state={state} squared={true} />
              <UnderDistance state={state} squared={false} />
            </>
          ),
      )}
    </>
  );
}

/** The bars of all triplets as one shape. */
function bars({ triplets }: Forces, of: 'pull' | 'push'): string {
  const longest = Math.max(...triplets.flatMap(({ pull, push }) => [pull, push]));
  const pitch = Math.min(WIDEST, (WIDTH - 2 * LEFT) / triplets.length);
  const width = (0.7 * pitch).toFixed(2);
  const direction = of === 'pull' ? -1 : 1;
  return triplets
    .map((triplet, place) => {
      const length = (direction * REACH * triplet[of]) / longest;
      return `M${(LEFT + place * pitch).toFixed(2)},${MIDDLE}h${width}v${length.toFixed(2)}h-${width}z`;
    })
    .join('');
}

interface UnderDistanceProps extends BatchForcesProps {
  readonly squared: boolean;
}

function UnderDistance({ state, squared }: UnderDistanceProps) {
  const forces = useComputed(() => forcesUnder(state.value, squared));
  const name = squared ? 'squared' : 'plain';
  const push = useComputed(() => forces.value.pushShare);
  const shrink = useComputed(() => forces.value.shrinkShare);
  const spoken = useComputed(() => {
    const count = forces.value.triplets.length;
    return `${count} triplets under ${name} distances: the pushes are ${formatNumber(push.value)} of the pulls, and ${formatNumber(shrink.value)} of the force shrinks the cloud`;
  });
  return (
    <div class="forces">
      <p class="read-outs">
        <strong>{name}</strong>
        <Quantity label="push / pull" name={`${name}Push`} colour="push" value={push} />
        <Quantity
          label="share that shrinks"
          name={`${name}Shrink`}
          colour="shrink"
          value={shrink}
        />
      </p>
      <svg
        class="chart"
        data-drawing
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={spoken}
      >
        <path class="force-pull" d={useComputed(() => bars(forces.value, 'pull'))} />
        <path class="force-push" d={useComputed(() => bars(forces.value, 'push'))} />
        <line class="axis" x1={0} x2={WIDTH} y1={MIDDLE} y2={MIDDLE} />
        <ForceName force="pull" distance="ap" y={14} squared={squared} />
        <ForceName force="push" distance="an" y={HEIGHT - 10} squared={squared} />
      </svg>
    </div>
  );
}

interface ForceNameProps {
  readonly force: 'pull' | 'push';
  readonly distance: 'ap' | 'an';
  readonly y: number;
  readonly squared: boolean;
}

/** How long a force is: twice the distance, or 1 whatever the distance. */
function ForceName({ force, distance, y, squared }: ForceNameProps) {
  return (
    <text class="force-name" x={WIDTH} y={y}>
      {squared ? `${force} 2 d` : `${force} 1`}
      {squared && (
        <tspan class="subscript" dy="0.3em">
          {distance}
        </tspan>
      )}
    </text>
  );
}
