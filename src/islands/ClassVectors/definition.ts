import { toCsv } from '#kit/files/csv.ts';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { choiceSetting, integerSetting, numberSetting } from '#kit/figure/settings.ts';
import type { FigureDefinition } from '#kit/figure/useFigure.ts';
import { marginDial } from '#kit/formula/marginDial.ts';
import type { Dial } from '#kit/formula/dial.ts';
import type { Descent } from '#kit/motion/useDescent.ts';
import { createPlane } from '#kit/plane/plane.ts';
import { anglesSetting, onCircle, turnedIn } from './circle.ts';
import {
  type ClassQuantities,
  type ClassState,
  classOf,
  classQuantities,
  LABELS,
  type LossKind,
  PER_CLASS,
} from './measure.ts';

export const SCALE_RANGE = { min: 1, max: 64 } as const;
export const MARGIN_RANGE = { min: 0, max: 1 } as const;
export const plane = createPlane({ extent: 1.4, size: 480 });

/** Two of the classes have a sample just beyond their boundary. */
const SAMPLES = [0.85, 1.55, 2.3, 2.75, -2.95, -2.3, -0.9, -0.15, 0.4];
const VECTORS = [1.35, 3, -0.75];

/** Below this move, a fraction of a pixel, samples have arrived. */
const REST = 1.5e-4;

/**
 * One step along the circle. Forces grow with the scale, which would make larger steps of the same
 * path: they are divided by it. A class vector is moved by as many samples as a class has, and takes
 * that part of the step.
 */
export const descent: Descent<ClassState, ClassQuantities> = {
  stepSize: 0.1,
  runStepSize: 0.0125,
  mostSteps: 5000,
  step(state, { sampleForces, vectorForces }, size) {
    const rate = size / state.scale;
    const moves = [
      ...sampleForces.map((force) => rate * force),
      ...vectorForces.map((force) => (rate / PER_CLASS) * force),
    ];
    if (Math.max(...moves.map(Math.abs)) < (REST * size) / descent.runStepSize) return state;
    const count = state.samples.length;
    return {
      ...state,
      samples: state.samples.map((angle, k) => turnedIn(angle + moves[k]!)),
      vectors: state.vectors.map((angle, k) => turnedIn(angle + moves[count + k]!)),
    };
  },
};

export const slots = ['loss', 'share', 'scale', 'theta', 'margin', 'own'] as const;
export const variants = ['softmax', 'cosface', 'arcface', 'beyond'] as const;

const terms = {
  loss: 'loss of the chosen sample',
  positive: 'cosine with the vector of its own class, margin included',
  negative: 'cosines with the vectors of the other classes',
  scale: 'scale',
  margin: 'margin',
} as const;

const scaleDial: Dial<ClassState> = {
  label: 'scale',
  step: 1,
  fineStep: 1,
  range: () => SCALE_RANGE,
  get: ({ scale }) => scale,
  set: (state, scale) => ({ ...state, scale }),
};

/** The name of what the reader moves: a sample x₁ …, or a class vector w. */
export const nameOf = (index: number): string =>
  index < SAMPLES.length ? `x${index + 1}` : `w${LABELS[index - SAMPLES.length]}`;

/** What stands beneath the drawing: how the samples stand, and what the chosen one's angle means. */
export function verdict(
  { kind, samples }: ClassState,
  { rightCount, clearCount, isBeyond }: ClassQuantities,
): string {
  const right = `${rightCount} of ${samples.length} samples are on the right side of their boundary`;
  if (isBeyond)
    return `Here θ + m is more than π, where its cosine would rise again: cos θ − m sin m takes its place, which goes on falling. ${right}.`;
  return kind === 'softmax' ? `${right}.` : `${right}, ${clearCount} of them clear of the wedge.`;
}

const tableOf = ({ samples, vectors }: ClassState): string =>
  toCsv(
    ['point', 'class', 'angle', 'x', 'y'],
    [...samples, ...vectors].map((angle, k) => {
      const { x, y } = onCircle(angle);
      const place = k < samples.length ? classOf(k) : k - samples.length;
      return [nameOf(k), LABELS[place]!, angle, x, y];
    }),
  );

export const definition = {
  name: 'ClassVectors',
  settings: {
    samples: anglesSetting(SAMPLES),
    vectors: anglesSetting(VECTORS),
    kind: choiceSetting<LossKind>('softmax', ['softmax', 'cosface', 'arcface']),
    scale: numberSetting(30, SCALE_RANGE),
    margin: numberSetting(0.5, MARGIN_RANGE),
    chosen: integerSetting(2, { min: 0, max: SAMPLES.length - 1 }),
  },
  terms,
  dials: { scale: scaleDial, margin: marginDial(MARGIN_RANGE) },
  drifting: ['samples', 'vectors'],
  measure: classQuantities,
  slotTexts: (
    { scale, margin },
    { loss, share, theta, own },
  ): Record<(typeof slots)[number], string> => ({
    loss: formatNumber(loss),
    share: formatNumber(share, 3),
    scale: String(scale),
    theta: formatNumber(theta),
    margin: formatNumber(margin),
    own: formatNumber(own),
  }),
  variant: (state): (typeof variants)[number] =>
    classQuantities(state).isBeyond ? 'beyond' : state.kind,
  csv: tableOf,
  spoken: (_, { loss, gap, rightCount }) =>
    `Loss ${formatNumber(loss)}. ${rightCount} on the right side, the nearest ${formatNumber(gap)} from its boundary.`,
} as const satisfies FigureDefinition<ClassState, ClassQuantities>;
