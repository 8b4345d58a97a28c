import { type ReadonlySignal, useComputed } from '@preact/signals';
import { plane, type TripletState, zoneRadii } from './model.ts';

interface TripletZonesProps {
  readonly state: ReadonlySignal<TripletState>;
}

/** A name is written only where it fits: the ring's thickness or the disc's radius, in pixels. */
const ROOM_FOR_NAME = 17;
const EDGE = 16;

/** Around the anchor: the disc of hard negatives, the ring of semi-hard ones, easy ones outside. */
export function TripletZones({ state }: TripletZonesProps) {
  const centre = useComputed(() => plane.toPixels(state.value.anchor));
  const radii = useComputed(() => zoneRadii(state.value));
  const hard = useComputed(() => radii.value.hard * plane.unit);
  const easy = useComputed(() => radii.value.easy * plane.unit);
  const cx = useComputed(() => centre.value.x);
  const cy = useComputed(() => centre.value.y);
  /** Names stand below the anchor, or above it when the points or the plane's edge are below. */
  const side = useComputed(() => {
    const { anchor, positive, negative } = state.value;
    const reach = easy.value + 2 * EDGE;
    const fitsBelow = centre.value.y + reach < plane.size;
    const fitsAbove = centre.value.y - reach > 0;
    if (fitsBelow !== fitsAbove) return fitsBelow ? 1 : -1;
    return positive.y + negative.y >= 2 * anchor.y ? 1 : -1;
  });
  const ring = useComputed(() => easy.value - hard.value);
  const at = (radius: () => number) =>
    useComputed(() => {
      const y = centre.value.y + side.value * radius();
      return Math.min(plane.size - EDGE / 2, Math.max(EDGE, y + 5));
    });
  const shown = (room: () => number) =>
    useComputed(() => (room() > ROOM_FOR_NAME ? 'inherit' : 'hidden'));

  return (
    <g class="zones">
      <path
        class="zone-ring"
        data-mark="margin"
        fill-rule="evenodd"
        d={useComputed(
          () =>
            `${circlePath(cx.value, cy.value, easy.value)}${circlePath(cx.value, cy.value, hard.value)}`,
        )}
      />
      <circle class="zone-disc" data-mark="ap" cx={cx} cy={cy} r={hard} />
      <circle class="zone-edge" data-mark="margin" cx={cx} cy={cy} r={easy} />
      <text
        class="zone-name"
        x={cx}
        y={at(() => hard.value - EDGE)}
        visibility={shown(() => hard.value - EDGE)}
      >
        hard
      </text>
      <text
        class="zone-name"
        x={cx}
        y={at(() => (easy.value + hard.value) / 2)}
        visibility={shown(() => ring.value)}
      >
        semi-hard
      </text>
      <text class="zone-name" x={cx} y={at(() => easy.value + EDGE)}>
        easy
      </text>
    </g>
  );
}

const circlePath = (x: number, y: number, r: number) =>
  r > 0 ? `M${x - r},${y}a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0Z` : '';
