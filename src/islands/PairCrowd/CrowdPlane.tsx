import { type ReadonlySignal, type Signal, useComputed } from '@preact/signals';
import { arrowPath } from '#kit/plane/Arrow.tsx';
import { CrowdPoints } from '#kit/plane/CrowdPoints.tsx';
import { PlaneFrame } from '#kit/plane/PlaneFrame.tsx';
import { add, type Point, scale } from '#kit/plane/point.ts';
import type { CrowdLoss } from './crowdLoss.ts';
import { type CrowdState, edits, LABELS, definition, plane, remark } from './definition.ts';

/**
 * A force is drawn as long as B - 1 times a third of it: averaged over all pairs, the pull on a
 * point is that towards the middle of its class whatever the number of points.
 */
const FORCE_SCALE = 1 / 3;

interface CrowdPlaneProps {
  readonly state: Signal<CrowdState>;
  readonly loss: ReadonlySignal<CrowdLoss>;
  readonly selected: Signal<number | undefined>;
  readonly held: Signal<number | undefined>;
  readonly ready: ReadonlySignal<boolean>;
  onRemove(index: number): void;
}

/** All arrows of one term in one path: their shafts, and their heads. */
function arrows(points: readonly Point[], forces: readonly Point[]) {
  const drawn = points.map((point, k) => {
    const force = scale(forces[k]!, FORCE_SCALE * (points.length - 1));
    return arrowPath(plane.toPixels(point), plane.toPixels(add(point, force)));
  });
  return {
    shafts: drawn.map(({ shaft }) => shaft).join(''),
    heads: drawn.map(({ head }) => head).join(''),
  };
}

export function CrowdPlane({ state, loss, selected, held, ready, onRemove }: CrowdPlaneProps) {
  const points = useComputed(() => state.value.points);
  const pull = useComputed(() => arrows(points.value, loss.value.pullForces));
  const push = useComputed(() => arrows(points.value, loss.value.pushForces));
  const centre = useComputed(() => points.value[selected.value ?? -1]);
  const pixels = useComputed(() => plane.toPixels(centre.value ?? { x: 0, y: 0 }));

  const typed = (index: number, key: string): boolean => {
    const label = LABELS.find((candidate) => String(candidate) === key);
    if (label !== undefined) state.value = edits.relabel(state.value, index, label);
    else if (key === 'Delete' || key === 'Backspace') onRemove(index);
    else return false;
    return true;
  };

  return (
    <PlaneFrame plane={plane} label="A crowd of labelled embeddings in the plane">
      <g
        class="margin-circle"
        data-mark="margin"
        visibility={useComputed(() => (centre.value ? 'inherit' : 'hidden'))}
      >
        <circle
          cx={useComputed(() => pixels.value.x)}
          cy={useComputed(() => pixels.value.y)}
          r={useComputed(() => state.value.margin * plane.unit)}
        />
      </g>
      <g class="forces" data-mark="pull">
        <path class="arrow-shaft" d={useComputed(() => pull.value.shafts)} />
        <path class="arrow-head" d={useComputed(() => pull.value.heads)} />
      </g>
      <g class="forces" data-mark="push">
        <path class="arrow-shaft" d={useComputed(() => push.value.shafts)} />
        <path class="arrow-head" d={useComputed(() => push.value.heads)} />
      </g>
      <CrowdPoints
        plane={plane}
        points={points}
        selected={selected}
        held={held}
        ready={ready}
        homeOf={(index) => definition.settings.points.initial[index] ?? { x: 0, y: 0 }}
        move={(index, to) => {
          state.value = edits.move(state.value, index, to);
        }}
        onKey={typed}
      />
      <text class="remark" x={plane.size / 2} y={plane.size - 12}>
        {useComputed(() => remark(state.value))}
      </text>
    </PlaneFrame>
  );
}
