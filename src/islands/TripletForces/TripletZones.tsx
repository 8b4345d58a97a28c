import { type ReadonlySignal, useComputed } from '@preact/signals';
import { plane, type TripletState, zoneRadii } from './model.ts';

interface TripletZonesProps {
  readonly state: ReadonlySignal<TripletState>;
}

/** A name is written only where it fits: the ring's thickness or the disc's radius, in pixels. */
const ROOM_FOR_NAME = 17;
const EDGE = 16;
/** Between these heights a name stands clear of the plane's edge and of the remark at its foot. */
const HIGHEST_NAME = 12;
const LOWEST_NAME = plane.size - 36;

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
    const reach = easy.value + EDGE;
    const fitsBelow = centre.value.y + reach < LOWEST_NAME;
    const fitsAbove = centre.value.y - reach > HIGHEST_NAME;
    if (fitsBelow !== fitsAbove) return fitsBelow ? 1 : -1;
    return positive.y + negative.y >= 2 * anchor.y ? 1 : -1;
  });
  const nameY = {
    // Anywhere in the disc will do, so the name of a disc larger than the plane stays in view.
    hard: useComputed(() => {
      const y = centre.value.y + side.value * (hard.value - EDGE);
      return Math.min(LOWEST_NAME, Math.max(HIGHEST_NAME, y));
    }),
    semiHard: useComputed(() => centre.value.y + (side.value * (easy.value + hard.value)) / 2),
    easy: useComputed(() => centre.value.y + side.value * (easy.value + EDGE)),
  };
  const shown = (fits: () => boolean) => useComputed(() => (fits() ? 'inherit' : 'hidden'));
  const isInView = (y: number) => y >= HIGHEST_NAME && y <= LOWEST_NAME;

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
        y={nameY.hard}
        dy="0.35em"
        visibility={shown(() => hard.value > EDGE + ROOM_FOR_NAME)}
      >
        hard
      </text>
      <text
        class="zone-name"
        x={cx}
        y={nameY.semiHard}
        dy="0.35em"
        visibility={shown(
          () => easy.value - hard.value > ROOM_FOR_NAME && isInView(nameY.semiHard.value),
        )}
      >
        semi-hard
      </text>
      <text
        class="zone-name"
        x={cx}
        y={nameY.easy}
        dy="0.35em"
        visibility={shown(() => isInView(nameY.easy.value))}
      >
        easy
      </text>
    </g>
  );
}

const circlePath = (x: number, y: number, r: number) =>
  r > 0 ? `M${x - r},${y}a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0Z` : '';
