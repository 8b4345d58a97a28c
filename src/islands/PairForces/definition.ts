import { marginDial } from '#kit/formula/marginDial.ts';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { rememberLast } from '#kit/figure/rememberLast.ts';
import { createPlane } from '#kit/plane/plane.ts';
import { add, forceOf, length, type Point, scale, toVector } from '#kit/plane/point.ts';
import { atDistance, reachWithin } from '#kit/plane/ray.ts';
import { choiceSetting, numberSetting, pointSetting } from '#kit/figure/settings.ts';
import type { Descent } from '#kit/motion/useDescent.ts';
import type { FigureDefinition } from '#kit/figure/useFigure.ts';
import { contrastivePair } from '#metric/contrastivePair.ts';

/** Two embeddings, whether they are similar (y = 1) and the margin. */
export interface PairState {
  readonly i: Point;
  readonly j: Point;
  readonly y: 0 | 1;
  readonly margin: number;
}

export interface PairQuantities {
  readonly loss: number;
  readonly dIJ: number;
  readonly forceI: Point;
  readonly forceJ: Point;
}

export const MARGIN_RANGE = { min: 0, max: 2 } as const;
export const plane = createPlane({ extent: 1.6, size: 480 });

/** Below this force a descent has arrived: the spring closes in on its rest length for ever. */
const REST = 1e-4;

export const pairQuantities = rememberLast(({ i, j, y, margin }: PairState): PairQuantities => {
  const pair = contrastivePair(toVector(i), toVector(j), y, margin);
  return {
    loss: pair.loss,
    dIJ: pair.distance,
    forceI: forceOf(pair.gradI),
    forceJ: forceOf(pair.gradJ),
  };
});

/** The loss of a pair at the given distance. */
export const lossAt = (distance: number, y: 0 | 1, margin: number): number =>
  contrastivePair([0], [distance], y, margin).loss;

export const descent: Descent<PairState, PairQuantities> = {
  stepSize: 0.1,
  runStepSize: 0.0125,
  mostSteps: 10_000,
  step(state, { forceI, forceJ }, size) {
    if (length(forceI) < REST) return state;
    const i = plane.clamp(add(state.i, scale(forceI, size)));
    const j = plane.clamp(add(state.j, scale(forceJ, size)));
    const moves = i.x !== state.i.x || i.y !== state.i.y || j.x !== state.j.x || j.y !== state.j.y;
    return moves ? { ...state, i, j } : state;
  },
};

/** What the drawing has to say of a state that it cannot show. */
export const remark = ({ dIJ, loss }: PairQuantities): string =>
  dIJ === 0 && loss > 0 ? 'i and j coincide: a push, but in no direction' : '';

export const slots = ['loss', 'y', 'dIJ', 'margin'] as const;

const terms = {
  loss: 'loss',
  pull: 'pull: the attraction of similar points',
  push: 'push: the repulsion of dissimilar points',
  distance: 'distance between i and j',
  margin: 'margin',
} as const;

export const definition = {
  name: 'PairForces',
  settings: {
    i: pointSetting({ x: -0.3, y: -0.2 }, plane.extent),
    j: pointSetting({ x: 0.18, y: 0.16 }, plane.extent),
    y: choiceSetting<0 | 1>(0, [0, 1]),
    margin: numberSetting(1, MARGIN_RANGE),
  },
  terms,
  dials: {
    y: {
      label: 'indicator y',
      step: 1,
      fineStep: 1,
      range: () => ({ min: 0, max: 1 }),
      get: ({ y }) => y,
      set: (state, value) => ({ ...state, y: value >= 0.5 ? 1 : 0 }),
    },
    dIJ: {
      label: 'distance',
      step: 0.05,
      fineStep: 0.01,
      range: ({ i, j }) => ({ min: 0, max: reachWithin(plane, i, j) }),
      get: (_, { dIJ }) => dIJ,
      set: (state, value) => ({ ...state, j: plane.clamp(atDistance(state.i, state.j, value)) }),
    },
    margin: marginDial(MARGIN_RANGE),
  },
  measure: pairQuantities,
  slotTexts: ({ y, margin }, { loss, dIJ }): Record<(typeof slots)[number], string> => ({
    loss: formatNumber(loss),
    y: String(y),
    dIJ: formatNumber(dIJ),
    margin: formatNumber(margin),
  }),
  csv: ({ i, j, y, margin }, { loss, dIJ, forceI, forceJ }) =>
    [
      'point,x,y,forceX,forceY',
      ['i', i.x, i.y, forceI.x, forceI.y].join(','),
      ['j', j.x, j.y, forceJ.x, forceJ.y].join(','),
      '',
      'similar,margin,distance,loss',
      [y, margin, dIJ, loss].join(','),
      '',
    ].join('\n'),
  spoken: (_, { loss, dIJ }) => `Loss ${formatNumber(loss)}, distance ${formatNumber(dIJ)}.`,
} as const satisfies FigureDefinition<PairState, PairQuantities>;
