import { formatNumber } from '#kit/figure/numberFormat.ts';
import { rememberLast } from '#kit/figure/rememberLast.ts';
import { choiceSetting, numberSetting, pointSetting } from '#kit/figure/settings.ts';
import type { FigureDefinition } from '#kit/figure/useFigure.ts';
import type { Dial } from '#kit/formula/dial.ts';
import { marginDial } from '#kit/formula/marginDial.ts';
import type { Descent } from '#kit/motion/useDescent.ts';
import { createPlane } from '#kit/plane/plane.ts';
import { add, length, scale, toVector } from '#kit/plane/point.ts';
import { atDistance, reachWithin } from '#kit/plane/ray.ts';
import {
  measureTriplet,
  POINT_NAMES,
  type PointName,
  type TripletQuantities,
  type TripletState,
  toPlain,
} from '#kit/plane/triplet.ts';
import { tripletLoss } from '#metric/tripletLoss.ts';

export const MARGIN_RANGE = { min: 0, max: 2 } as const;
export const plane = createPlane({ extent: 2, size: 480 });

/** Below this force nothing moves that a reader could see. */
const REST = 1e-4;

export const tripletQuantities = rememberLast(measureTriplet);

/** The loss if the negative were at the given plain distance from the anchor, all else equal. */
export function lossAtDistance({ anchor, positive, ...options }: TripletState, distance: number) {
  const negative = add(anchor, { x: distance, y: 0 });
  return tripletLoss(toVector(anchor), toVector(positive), toVector(negative), options).loss;
}

/** The distance as the loss has it. */
const toLossUnits = (plain: number, squared: boolean) => (squared ? plain ** 2 : plain);

export const descent: Descent<TripletState, TripletQuantities> = {
  stepSize: 0.02,
  runStepSize: 0.0025,
  mostSteps: 10_000,
  step(state, { forces }, size) {
    if (POINT_NAMES.every((name) => length(forces[name]) < REST)) return state;
    const moved = (name: PointName) => plane.clamp(add(state[name], scale(forces[name], size)));
    const next = {
      anchor: moved('anchor'),
      positive: moved('positive'),
      negative: moved('negative'),
    };
    const moves = POINT_NAMES.some(
      (name) => next[name].x !== state[name].x || next[name].y !== state[name].y,
    );
    return moves ? { ...state, ...next } : state;
  },
};

export const slots = ['loss', 'dAP', 'dAN', 'margin'] as const;
export const variants = ['squared', 'plain'] as const;

const terms = {
  loss: 'loss',
  ap: 'distance from anchor to positive',
  an: 'distance from anchor to negative',
  margin: 'margin',
} as const;

/** The distance from the anchor to another point, set by moving that point along its ray. */
const distanceDial = (
  name: 'positive' | 'negative',
  quantity: 'dAP' | 'dAN',
  label: string,
): Dial<TripletState, TripletQuantities> => ({
  label,
  step: 0.05,
  fineStep: 0.01,
  range: ({ anchor, squared, ...state }) => ({
    min: 0,
    max: toLossUnits(reachWithin(plane, anchor, state[name]), squared),
  }),
  get: (_, quantities) => quantities[quantity],
  set: (state, value) => ({
    ...state,
    [name]: plane.clamp(atDistance(state.anchor, state[name], toPlain(value, state.squared))),
  }),
});

export const definition = {
  name: 'TripletForces',
  settings: {
    anchor: pointSetting({ x: -0.1, y: -0.1 }, plane.extent),
    positive: pointSetting({ x: -0.76, y: 0.78 }, plane.extent),
    negative: pointSetting({ x: 0.7, y: 0.4 }, plane.extent),
    margin: numberSetting(0.5, MARGIN_RANGE),
    squared: choiceSetting<boolean>(true, [true, false]),
  },
  terms,
  dials: {
    dAP: distanceDial('positive', 'dAP', terms.ap),
    dAN: distanceDial('negative', 'dAN', terms.an),
    margin: marginDial(MARGIN_RANGE),
  },
  measure: tripletQuantities,
  slotTexts: ({ margin }, { loss, dAP, dAN }): Record<(typeof slots)[number], string> => ({
    loss: formatNumber(loss),
    dAP: formatNumber(dAP),
    dAN: formatNumber(dAN),
    margin: formatNumber(margin),
  }),
  variant: ({ squared }): (typeof variants)[number] => (squared ? 'squared' : 'plain'),
  csv: (state, { loss, dAP, dAN, zone, forces }) =>
    [
      'point,x,y,forceX,forceY',
      ...POINT_NAMES.map((name) =>
        [name, state[name].x, state[name].y, forces[name].x, forces[name].y].join(','),
      ),
      '',
      'margin,squared,dAP,dAN,zone,loss',
      [state.margin, state.squared, dAP, dAN, zone, loss].join(','),
      '',
    ].join('\n'),
  spoken: (_, { loss, zone }) => `Loss ${formatNumber(loss)}, ${zone} negative.`,
} as const satisfies FigureDefinition<TripletState, TripletQuantities>;
