import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { Plane } from './plane.ts';
import type { TripletQuantities, TripletState } from './triplet.ts';
import { NAME_DISTANCE, nameHeights, Zones } from './Zones.tsx';

interface TripletZonesProps {
  readonly plane: Plane;
  readonly state: ReadonlySignal<TripletState>;
  readonly quantities: ReadonlySignal<TripletQuantities>;
}

/** The zones around an anchor that may be anywhere on the plane. */
export function TripletZones({ plane, state, quantities }: TripletZonesProps) {
  const centre = useComputed(() => plane.toPixels(state.value.anchor));
  const hard = useComputed(() => quantities.value.zoneRadii.hard * plane.unit);
  const easy = useComputed(() => quantities.value.zoneRadii.easy * plane.unit);
  /** Names stand below the anchor, or above it when the points or the plane's edge are below. */
  const side = useComputed(() => {
    const { anchor, positive, negative } = state.value;
    const { highest, lowest } = nameHeights(plane);
    const reach = easy.value + NAME_DISTANCE;
    const fitsBelow = centre.value.y + reach < lowest;
    const fitsAbove = centre.value.y - reach > highest;
    if (fitsBelow !== fitsAbove) return fitsBelow ? 1 : -1;
    return positive.y + negative.y >= 2 * anchor.y ? 1 : -1;
  });
  return (
    <Zones
      plane={plane}
      centre={centre}
      hard={hard}
      easy={easy}
      side={side}
      marks={{ hard: 'ap', semiHard: 'margin' }}
    />
  );
}
