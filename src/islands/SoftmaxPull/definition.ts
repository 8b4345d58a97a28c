import { formatNumber } from '#kit/figure/numberFormat.ts';
import { rememberLast } from '#kit/figure/rememberLast.ts';
import { choiceSetting, numberSetting } from '#kit/figure/settings.ts';
import type { FigureDefinition } from '#kit/figure/useFigure.ts';
import { toCsv } from '#kit/files/csv.ts';
import { marginDial } from '#kit/formula/marginDial.ts';
import { createCirclePlane } from '#kit/plane/circle.ts';
import { temperature } from '#metric/losses/parameters.ts';
import {
  measurePairs,
  PAIRS,
  type PairPointName,
  type PairsQuantities,
  type PairsState,
} from './pairs.ts';
import {
  KINDS,
  measurePull,
  type PullPointName,
  type PullQuantities,
  type PullState,
  ownTemperature,
  temperatureOf,
} from './pull.ts';

/** One anchor among its positives and negatives, or a batch of pairs. */
const VIEWS = ['anchor', 'pairs'] as const;

export type SoftmaxState = PullState & PairsState & { readonly view: (typeof VIEWS)[number] };

/** The points of either view. */
export type PlaceName = PullPointName | PairPointName;

export interface SoftmaxQuantities {
  readonly loss: number;
  readonly pull: PullQuantities;
  readonly pairs: PairsQuantities;
}

export const plane = createCirclePlane({ extent: 1.35, size: 480 });
const MARGIN_RANGE = { min: 0, max: 2 } as const;
const TEMPERATURE_RANGE = temperature.range;

const degrees = (initial: number) => numberSetting(initial, { min: -180, max: 180 });

/** Whether the temperature is the reader's to set. */
export const takesTemperature = ({ view, kind }: Pick<SoftmaxState, 'view' | 'kind'>): boolean =>
  view === 'pairs' || ownTemperature(kind) === undefined;

/** The temperature that the view goes by. */
export const shownTemperature = (state: SoftmaxState): number =>
  state.view === 'pairs' ? state.temperature : temperatureOf(state);

const measure = rememberLast((state: SoftmaxState): SoftmaxQuantities => {
  const [pull, pairs] = [measurePull(state), measurePairs(state)];
  return { loss: state.view === 'pairs' ? pairs.loss : pull.loss, pull, pairs };
});

export const slots = [
  'loss',
  'margin',
  'temperature',
  'share',
  'similarity',
  'hardest',
  'rows',
  'columns',
] as const;
export const variants = [...KINDS, 'pairs'] as const;

const pullTable = ({ kind, ...state }: SoftmaxState, { pull }: SoftmaxQuantities) =>
  `${toCsv(
    ['point', 'degrees', 'similarity', 'share', 'forceX', 'forceY'],
    pull.others.map(({ name, similarity, share }) => {
      const force = pull.forces[name]!;
      return [name, state[name], similarity, share, force.x, force.y];
    }),
  )}\n${toCsv(
    ['loss function', 'temperature', 'anchorDegrees', 'effectiveNegatives', 'loss'],
    [[kind, temperatureOf({ kind, ...state }), state.anchor, pull.effectiveNegatives, pull.loss]],
  )}`;

const pairsTable = ({ temperature: t }: SoftmaxState, { pairs }: SoftmaxQuantities) =>
  `${toCsv(
    ['picture', 'caption', 'similarity', 'rowShare', 'columnShare'],
    pairs.cells.map(({ similarity, rowShare, columnShare }, k) => [
      Math.floor(k / PAIRS) + 1,
      (k % PAIRS) + 1,
      similarity,
      rowShare,
      columnShare,
    ]),
  )}\n${toCsv(['temperature', 'rowLoss', 'columnLoss', 'loss'], [[t, pairs.rowLoss, pairs.columnLoss, pairs.loss]])}`;

export const definition = {
  name: 'SoftmaxPull',
  settings: {
    view: choiceSetting<SoftmaxState['view']>('anchor', VIEWS),
    kind: choiceSetting<SoftmaxState['kind']>('info-nce', KINDS),
    temperature: numberSetting(0.25, TEMPERATURE_RANGE),
    margin: numberSetting(0.5, MARGIN_RANGE),
    anchor: degrees(90),
    positive: degrees(52),
    positive2: degrees(24),
    negative1: degrees(138),
    negative2: degrees(160),
    negative3: degrees(-128),
    negative4: degrees(-64),
    negative5: degrees(2),
    picture1: degrees(104),
    picture2: degrees(12),
    picture3: degrees(-66),
    picture4: degrees(-166),
    caption1: degrees(74),
    caption2: degrees(-18),
    caption3: degrees(-104),
    caption4: degrees(158),
  },
  terms: {
    loss: 'loss',
    positive: 'similarity to the positive',
    negative: 'similarities to the negatives',
    margin: 'margin',
  },
  dials: {
    margin: marginDial<SoftmaxState>(MARGIN_RANGE),
    temperature: {
      label: 'temperature',
      step: 0.05,
      fineStep: 0.01,
      range: () => TEMPERATURE_RANGE,
      get: ({ temperature: t }: SoftmaxState) => t,
      set: (state: SoftmaxState, t: number) => ({ ...state, temperature: t }),
    },
  },
  measure,
  slotTexts(state, { loss, pull, pairs }): Record<(typeof slots)[number], string> {
    const similarityTo = (name: string) =>
      pull.others.find((other) => other.name === name)?.similarity ?? 0;
    return {
      loss: formatNumber(loss),
      margin: formatNumber(state.margin),
      temperature: formatNumber(state.temperature),
      share: formatNumber(pull.positiveShare),
      similarity: formatNumber(similarityTo('positive')),
      hardest: formatNumber(similarityTo(pull.hardest)),
      rows: formatNumber(pairs.rowLoss),
      columns: formatNumber(pairs.columnLoss),
    };
  },
  variant: ({ view, kind }): (typeof variants)[number] => (view === 'pairs' ? 'pairs' : kind),
  csv: (state, quantities) =>
    state.view === 'pairs' ? pairsTable(state, quantities) : pullTable(state, quantities),
  spoken: ({ view }, { loss, pull, pairs }) =>
    view === 'pairs'
      ? `Loss ${formatNumber(loss)}: ${formatNumber(pairs.rowLoss)} over pictures, ${formatNumber(pairs.columnLoss)} over captions.`
      : `Loss ${formatNumber(loss)}, ${formatNumber(pull.effectiveNegatives, 1)} effective negatives.`,
} as const satisfies FigureDefinition<SoftmaxState, SoftmaxQuantities>;
