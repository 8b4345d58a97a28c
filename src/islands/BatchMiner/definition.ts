import { toCsv } from '#kit/files/csv.ts';
import type { Dial } from '#kit/formula/dial.ts';
import { crowdSetting, type LabelledPoint } from '#kit/plane/labelledPoint.ts';
import { marginDial } from '#kit/formula/marginDial.ts';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { toVector } from '#kit/plane/point.ts';
import {
  choiceSetting,
  integerSetting,
  numberSetting,
  type Setting,
} from '#kit/figure/settings.ts';
import type { FigureDefinition } from '#kit/figure/useFigure.ts';
import { tripletLoss } from '#metric/tripletLoss.ts';
import {
  anchorRow,
  type BatchState,
  BY_STRATEGY,
  batchPoints,
  FEWEST,
  freshCloud,
  LABELS,
  MOST,
  PANELS,
  type Panel,
  plane,
  rowOf,
  STRATEGIES,
  type Strategy,
  sampleName,
} from './batch.ts';
import { edits } from './edits.ts';
import type { MotionName } from './motions.ts';
import { type BatchQuantities, batchQuantities } from './quantities.ts';

export const MARGIN_RANGE = { min: 0, max: 1 } as const;
const SEED = 2;
const PLACES = LABELS.length * MOST;
const SIZE_RANGE = { min: FEWEST, max: MOST } as const;
const SEEDS = { min: 1, max: 9999 } as const;
const STEPS = { min: 0, max: 999_999 } as const;

/** The table of points, each place with the class that belongs there. */
function tableSetting(initial: readonly LabelledPoint[]): Setting<readonly LabelledPoint[]> {
  const setting = crowdSetting(initial, {
    labels: LABELS,
    extent: plane.extent,
    fewest: PLACES,
    most: PLACES,
  });
  return {
    ...setting,
    expects: `${setting.expects}, ${MOST} of each class in this order`,
    parse(text) {
      const points = setting.parse(text);
      return points?.every(({ label }, place) => label === initial[place]!.label)
        ? points
        : undefined;
    },
  };
}

/** What the vote comes to: what the cloud does under a step of descent. */
export type Verdict = 'shrinks' | 'expands' | 'stays';

export function verdictOf(scaleSum: number): Verdict {
  if (scaleSum === 0) return 'stays';
  return scaleSum > 0 ? 'shrinks' : 'expands';
}

export const labelOf = (strategy: Strategy): string =>
  STRATEGIES.find(({ value }) => value === strategy)!.label;

export const nextSeed = (seed: number): number => (seed % SEEDS.max) + 1;

export const slots = [
  'factor',
  'active',
  'shrink',
  'expand',
  'scale',
  'classes',
  'samples',
  'valid',
  'margin',
] as const;

const terms = {
  scale: 'derivative of the loss when the cloud is scaled',
  shrink: 'the votes of the hard triplets: to shrink',
  expand: 'the votes of the semi-hard triplets: to expand',
  valid: 'number of valid triplets',
  active: 'number of selected triplets with a loss',
  margin: 'margin',
} as const;

const sizeDial = (label: string, key: 'p' | 'k'): Dial<BatchState> => ({
  label,
  step: 1,
  fineStep: 1,
  range: () => SIZE_RANGE,
  get: (state) => state[key],
  set: (state, value) => edits.resize(state, { [key]: Math.round(value) }),
});

/** The anchor, and what else of its triplet the reader has chosen. */
function chosenInWords(state: BatchState): string {
  const partners = (['positive', 'negative'] as const).flatMap((part) => {
    const row = rowOf(state, state[part]);
    return row === undefined ? [] : [`${part} ${sampleName(state, row)}`];
  });
  return [`Anchor ${sampleName(state, anchorRow(state))}`, ...partners].join(', ');
}

export const definition = {
  name: 'BatchMiner',
  settings: {
    points: tableSetting(freshCloud(SEED)),
    p: integerSetting(4, SIZE_RANGE),
    k: integerSetting(4, SIZE_RANGE),
    strategy: choiceSetting<Strategy>(
      'batch-hard',
      STRATEGIES.map(({ value }) => value),
    ),
    motion: choiceSetting<MotionName>('layer', ['layer', 'free']),
    margin: numberSetting(0.3, MARGIN_RANGE),
    squared: choiceSetting<boolean>(true, [true, false]),
    anchor: integerSetting(0, { min: 0, max: PLACES - 1 }),
    positive: integerSetting(BY_STRATEGY, { min: BY_STRATEGY, max: PLACES - 1 }),
    negative: integerSetting(BY_STRATEGY, { min: BY_STRATEGY, max: PLACES - 1 }),
    seed: integerSetting(SEED, SEEDS),
    step: integerSetting(0, STEPS),
    panel: choiceSetting<Panel>(
      'distances',
      PANELS.map(({ value }) => value),
    ),
  },
  terms,
  dials: {
    margin: marginDial(MARGIN_RANGE),
    classes: sizeDial('number of classes P', 'p'),
    samples: sizeDial('number of samples K', 'k'),
  },
  measure: batchQuantities,
  slotTexts: (
    { squared, p, k, margin },
    { active, shrink, expand, scaleDerivative, valid },
  ): Record<(typeof slots)[number], string> => ({
    factor: squared ? '2' : '1',
    active: active === 0 ? '–' : String(active),
    shrink: formatNumber(shrink),
    expand: formatNumber(expand),
    scale: formatNumber(scaleDerivative),
    classes: String(p),
    samples: String(k),
    valid: String(valid),
    margin: formatNumber(margin),
  }),
  spoken: (state, { selected, active, loss, scaleSum, radius }) =>
    `${labelOf(state.strategy)}: ${selected} selected, ${active} active, ` +
    `loss ${formatNumber(loss)}. The cloud ${verdictOf(scaleSum)}, ` +
    `radius ${formatNumber(radius)}. ${chosenInWords(state)}.`,
  csv(state, { triplets }) {
    const points = batchPoints(state);
    const rows: (string | number)[][] = [];
    for (let t = 0; t < triplets.length; t += 3) {
      const [a, p, n] = [triplets[t]!, triplets[t + 1]!, triplets[t + 2]!];
      const [at, pt, nt] = [points[a]!, points[p]!, points[n]!];
      const { dAP, dAN, zone, loss } = tripletLoss(toVector(at), toVector(pt), toVector(nt), state);
      const names = [a, p, n].map((row) => sampleName(state, row));
      rows.push([...names, at.x, at.y, pt.x, pt.y, nt.x, nt.y, dAP, dAN, zone, loss]);
    }
    const header = 'anchor,positive,negative,ax,ay,px,py,nx,ny,dAP,dAN,zone,loss'.split(',');
    return toCsv(header, rows);
  },
} as const satisfies FigureDefinition<BatchState, BatchQuantities>;
