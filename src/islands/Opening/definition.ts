import { formatNumber } from '#kit/figure/numberFormat.ts';
import { choiceSetting, numberSetting, pointSetting } from '#kit/figure/settings.ts';
import type { FigureDefinition } from '#kit/figure/useFigure.ts';
import { createPlane } from '#kit/plane/plane.ts';
import { measureTriplet, type TripletQuantities, type TripletState } from '#kit/plane/triplet.ts';

/** Drawn at about half of its size beside the title on a phone, at its size elsewhere. */
export const plane = createPlane({ extent: 1.3, size: 320 });

export const definition = {
  name: 'Opening',
  settings: {
    anchor: pointSetting({ x: 0, y: 0 }, plane.extent),
    positive: pointSetting({ x: -0.24, y: 0.6 }, plane.extent),
    negative: pointSetting({ x: 0.6, y: -0.1 }, plane.extent),
    margin: numberSetting(0.5, { min: 0, max: 2 }),
    squared: choiceSetting<boolean>(true, [true, false]),
  },
  terms: {},
  measure: measureTriplet,
  slotTexts: () => ({}),
  spoken: (_, { loss }) => `Loss ${formatNumber(loss)}.`,
} as const satisfies FigureDefinition<TripletState, TripletQuantities>;
