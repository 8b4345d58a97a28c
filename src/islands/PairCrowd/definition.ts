import type { Dial } from '#kit/formula/dial.ts';
import { labelledCloud } from '#kit/plane/labelledCloud.ts';
import { crowdSetting, type LabelledPoint } from '#kit/plane/labelledPoint.ts';
import { marginDial } from '#kit/formula/marginDial.ts';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { rememberLast } from '#kit/figure/rememberLast.ts';
import { createPlane } from '#kit/plane/plane.ts';
import { add, length, type Point, scale, subtract } from '#kit/plane/point.ts';
import { choiceSetting, numberSetting } from '#kit/figure/settings.ts';
import type { FigureDefinition } from '#kit/figure/useFigure.ts';
import { type CrowdLoss, crowdLoss, type Half } from './crowdLoss.ts';

/** A crowd of labelled embeddings, the margin, and the terms of the loss that are in force. */
export interface CrowdState {
  readonly points: readonly LabelledPoint[];
  readonly half: Half;
  readonly margin: number;
}

/** Four of the ten digits: as classes, their colours and shapes are the easiest to tell apart. */
export const LABELS = [2, 4, 6, 7] as const;
export const FEWEST = 12;
export const MOST = 40;
export const MARGIN_RANGE = { min: 0, max: 1.5 } as const;
export const plane = createPlane({ extent: 2.4, size: 480 });

/** All classes have their mean at the origin: nothing but the push can part them. */
const start = labelledCloud({ labels: [2, 4, 7], perClass: 8, apart: 0, radius: 1.1, seed: 31 });

/** What the figure shows of a crowd. */
export const crowdQuantities = rememberLast(({ points, margin, half }: CrowdState) =>
  crowdLoss(points, margin, half),
);

/**
 * Averaged over the pairs, the loss has a curvature of at most 4 / (B - 1) for B points, so that a
 * step below (B - 1) / 2 is stable. This is a twenty-fifth of it.
 */
export const stepSize = (count: number): number => 0.02 * (count - 1);

/** Below a move of this size, a fraction of a pixel, the crowd has arrived. */
const REST = 1e-4;

/**
 * One step of gradient descent, within the plane. The held point, the reader's, stays. Returns the
 * same object when nothing moves any more.
 */
export function step(
  state: CrowdState,
  { pullForces, pushForces }: CrowdLoss,
  held?: number,
): CrowdState {
  const size = stepSize(state.points.length);
  let largest = 0;
  const points = state.points.map((point, k) => {
    if (k === held) return point;
    const force = add(pullForces[k]!, pushForces[k]!);
    const moved = plane.clamp(add(point, scale(force, size)));
    largest = Math.max(largest, length(subtract(moved, point)));
    return { ...moved, label: point.label };
  });
  return largest < REST ? state : { ...state, points };
}

/** Where a new point appears: on a spiral around the middle, so that no two appear on one spot. */
function placeOf(count: number): Point {
  const angle = count * Math.PI * (3 - Math.sqrt(5));
  const radius = 0.1 * (1 + (count % 12));
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
}

/** The reader's edits. Beyond the fewest or the most points nothing happens. */
export const edits = {
  move: (state: CrowdState, index: number, to: Point): CrowdState => ({
    ...state,
    points: state.points.map((point, k) =>
      k === index ? { ...point, ...plane.clamp(to) } : point,
    ),
  }),
  relabel: (state: CrowdState, index: number, label: number): CrowdState => ({
    ...state,
    points: state.points.map((point, k) => (k === index ? { ...point, label } : point)),
  }),
  add: (state: CrowdState, label: number, at?: Point): CrowdState =>
    state.points.length >= MOST
      ? state
      : {
          ...state,
          points: [...state.points, { ...plane.clamp(at ?? placeOf(state.points.length)), label }],
        },
  remove: (state: CrowdState, index: number): CrowdState =>
    state.points.length <= FEWEST
      ? state
      : { ...state, points: state.points.filter((_, k) => k !== index) },
} as const;

/** The loss that the crowd would have in one point: where a collapsed training run comes to rest. */
export const collapsedLoss = ({ points, margin, half }: CrowdState): number =>
  crowdLoss(
    points.map(({ label }) => ({ x: 0, y: 0, label })),
    margin,
    half,
  ).loss;

/** What the drawing has to say of a state that it cannot show. */
export function remark({ points }: CrowdState): string {
  const isAtEdge = points.some(({ x, y }) => Math.max(Math.abs(x), Math.abs(y)) === plane.extent);
  return isAtEdge ? 'the edge of the drawing holds points back' : '';
}

export const slots = ['loss', 'pairs', 'useOfPull', 'useOfPush', 'pull', 'push', 'margin'] as const;

const terms = {
  loss: 'loss of the batch, averaged over its pairs',
  pull: 'pull: the attraction of similar pairs',
  push: 'push: the repulsion of dissimilar pairs',
  margin: 'margin',
} as const;

/** A term of the loss as a factor of the formula: 1 in force, 0 switched off, never both off. */
const useDial = (label: string, other: Half): Dial<CrowdState> => ({
  label,
  step: 1,
  fineStep: 1,
  range: () => ({ min: 0, max: 1 }),
  get: (state) => (state.half === other ? 0 : 1),
  set: (state, use) => {
    if (use < 0.5) return { ...state, half: other };
    return state.half === other ? { ...state, half: 'both' } : state;
  },
});

export const definition = {
  name: 'PairCrowd',
  settings: {
    points: crowdSetting(start, {
      labels: LABELS,
      extent: plane.extent,
      fewest: FEWEST,
      most: MOST,
    }),
    half: choiceSetting<Half>('both', ['both', 'pull', 'push']),
    margin: numberSetting(1, MARGIN_RANGE),
  },
  terms,
  dials: {
    margin: marginDial(MARGIN_RANGE),
    useOfPull: useDial('use of the pull', 'push'),
    useOfPush: useDial('use of the push', 'pull'),
  },
  drifting: ['points'],
  measure: crowdQuantities,
  slotTexts: (
    { margin, half },
    { loss, pull, push, pairs },
  ): Record<(typeof slots)[number], string> => ({
    loss: formatNumber(loss, 3),
    pairs: String(pairs),
    useOfPull: half === 'push' ? '0' : '1',
    useOfPush: half === 'pull' ? '0' : '1',
    pull: formatNumber(pull * pairs, 1),
    push: formatNumber(push * pairs, 1),
    margin: formatNumber(margin),
  }),
  spoken: (_, { loss, pull, push }) =>
    `Loss ${formatNumber(loss)}: pull ${formatNumber(pull)}, push ${formatNumber(push)}.`,
} as const satisfies FigureDefinition<CrowdState, CrowdLoss>;
