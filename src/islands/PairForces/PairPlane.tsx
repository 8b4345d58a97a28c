import { type ReadonlySignal, useComputed } from '@preact/signals';
import { Arrow } from '#kit/plane/Arrow.tsx';
import { DraggablePoints, type Handle } from '#kit/plane/DraggablePoints.tsx';
import { letterOffset } from '#kit/plane/letterOffset.ts';
import { PlaneFrame } from '#kit/plane/PlaneFrame.tsx';
import { add, length, type Point, scale, subtract } from '#kit/plane/point.ts';
import { definition, type PairQuantities, type PairState, plane, remark } from './definition.ts';

/**
 * Forces are drawn at a quarter of their size. Both springs of the loss have strength 2 per unit of
 * stretch and act on both ends, so at this scale the arrows' tips show where the loss would be 0.
 */
const FORCE_SCALE = 0.25;

interface PairPlaneProps {
  readonly state: ReadonlySignal<PairState>;
  readonly quantities: ReadonlySignal<PairQuantities>;
  readonly ready: ReadonlySignal<boolean>;
  onGrab(): void;
  set(change: Partial<PairState>): void;
}

/** The direction, in pixels and upwards, that stands upright on the line from i to j. */
function upright(i: Point, j: Point): Point {
  const along = subtract(plane.toPixels(j), plane.toPixels(i));
  const size = length(along);
  if (size === 0) return { x: 0, y: -1 };
  const side = along.x >= 0 ? 1 : -1;
  return scale({ x: along.y, y: -along.x }, side / size);
}

export function PairPlane({ state, quantities, ready, onGrab, set }: PairPlaneProps) {
  const i = useComputed(() => state.value.i);
  const j = useComputed(() => state.value.j);
  const iPixels = useComputed(() => plane.toPixels(i.value));
  const jPixels = useComputed(() => plane.toPixels(j.value));
  const up = useComputed(() => upright(i.value, j.value));
  const letters = {
    i: useComputed(() => letterOffset(plane, i.value, up.value)),
    j: useComputed(() => letterOffset(plane, j.value, up.value)),
  };
  const radius = useComputed(() => state.value.margin * plane.unit);
  const isSimilar = useComputed(() => state.value.y === 1);
  const kind = useComputed(() => (isSimilar.value ? 'pull' : 'push'));
  const forceI = useComputed(() => quantities.value.forceI);
  const forceJ = useComputed(() => quantities.value.forceJ);
  const middle = useComputed(() =>
    add(scale(add(iPixels.value, jPixels.value), 0.5), scale(up.value, -20)),
  );
  const marginLabelY = useComputed(() => {
    const below = iPixels.value.y + radius.value + 18;
    return below < plane.size - 8 ? below : iPixels.value.y - radius.value - 8;
  });
  const forceLabel = useComputed(() => {
    const drawn = scale(forceJ.value, FORCE_SCALE / 2);
    return add(plane.toPixels(add(j.value, drawn)), scale(up.value, 16));
  });
  const hasRoomForForceLabel = useComputed(
    () => length(forceJ.value) * FORCE_SCALE * plane.unit > 56,
  );

  const handle = (name: 'i' | 'j', position: ReadonlySignal<Point>): Handle => ({
    name,
    letter: name,
    label: `Point ${name}`,
    home: definition.settings[name].initial,
    position,
    letterOffset: letters[name],
    move: (to) => set({ [name]: to }),
  });

  return (
    <PlaneFrame plane={plane} label="Two embeddings, i and j, in the plane">
      <g class="margin-circle" data-mark="margin" data-idle={isSimilar}>
        <circle
          cx={useComputed(() => iPixels.value.x)}
          cy={useComputed(() => iPixels.value.y)}
          r={radius}
        />
        <text class="mark-label" x={useComputed(() => iPixels.value.x)} y={marginLabelY}>
          margin m
        </text>
      </g>
      <g class="distance" data-mark="distance">
        <line
          x1={useComputed(() => iPixels.value.x)}
          y1={useComputed(() => iPixels.value.y)}
          x2={useComputed(() => jPixels.value.x)}
          y2={useComputed(() => jPixels.value.y)}
        />
        <text
          class="math-label"
          x={useComputed(() => middle.value.x)}
          y={useComputed(() => middle.value.y)}
          dy="0.3em"
        >
          d
        </text>
      </g>
      <g class="forces" data-mark={kind}>
        <Arrow name="i" plane={plane} from={i} force={forceI} forceScale={FORCE_SCALE} />
        <Arrow name="j" plane={plane} from={j} force={forceJ} forceScale={FORCE_SCALE} />
        <text
          class="mark-label"
          visibility={useComputed(() => (hasRoomForForceLabel.value ? 'inherit' : 'hidden'))}
          x={useComputed(() => forceLabel.value.x)}
          y={useComputed(() => forceLabel.value.y)}
          dy="0.3em"
        >
          {kind}
        </text>
      </g>
      <DraggablePoints
        plane={plane}
        handles={[handle('i', i), handle('j', j)]}
        ready={ready}
        onGrab={onGrab}
      />
      <text class="remark" x={plane.size / 2} y={plane.size - 12}>
        {useComputed(() => remark(quantities.value))}
      </text>
    </PlaneFrame>
  );
}
