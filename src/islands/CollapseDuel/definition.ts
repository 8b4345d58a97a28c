import { toCsv } from '#kit/files/csv.ts';
import { marginDial } from '#kit/formula/marginDial.ts';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { rememberLast } from '#kit/figure/rememberLast.ts';
import { createPlane } from '#kit/plane/plane.ts';
import { integerSetting, mixWhole, numberSetting } from '#kit/figure/settings.ts';
import type { FigureDefinition } from '#kit/figure/useFigure.ts';
import {
  createDuel,
  type Duel,
  type DuelOptions,
  type Moment,
  SIDES,
  STEPS,
  stopOf,
} from './duel.ts';

/** The options of a duel, and the step that is shown. */
export interface DuelState extends DuelOptions {
  readonly step: number;
}

export const MARGIN_RANGE = { min: 0.1, max: 1.5 } as const;
export const LAST_SEED = 99;
export const plane = createPlane({ extent: 1.8, size: 480 });

export const slots = ['lossContrastive', 'lossTriplet', 'margin'] as const;

export interface DuelQuantities {
  readonly duel: Duel;
  /** Both sides at the shown step. */
  readonly contrastive: Moment;
  readonly triplet: Moment;
  /** What has become of either side, in words: the triplet's, and the contrastive one's. */
  readonly verdict: string;
  readonly contrastiveVerdict: string;
}

/** Computed once for as long as the options stay the same. */
const duelOf = rememberLast((margin: number, seed: number) => createDuel({ margin, seed }));

/** Below this spread the points of a class are one to the eye. */
const ONE_POINT = 0.02;

const onTheWay = (step: number) => (step === 0 ? 'at the start' : 'moving');

function verdictOn({ triplet }: Duel, step: number): string {
  const stop = stopOf(triplet);
  if (stop === undefined) return 'not yet at rest';
  return step < stop ? onTheWay(step) : `at rest since step ${stop}`;
}

const contrastiveVerdictOn = ({ contrastive }: Duel, step: number): string =>
  contrastive[step]!.spread < ONE_POINT ? 'each class in one point' : onTheWay(step);

/** Shown before anything has moved is the end. */
export const definition = {
  name: 'CollapseDuel',
  settings: {
    margin: numberSetting(0.5, MARGIN_RANGE),
    seed: integerSetting(3, { min: 1, max: LAST_SEED }),
    step: { ...integerSetting(STEPS, { min: 0, max: STEPS }), mix: mixWhole },
  },
  terms: {
    contrastive: 'contrastive loss: mean over all pairs',
    triplet: 'triplet loss: mean over all triplets',
    margin: 'margin',
  },
  dials: { margin: marginDial(MARGIN_RANGE) },
  measure({ margin, seed, step }: DuelState): DuelQuantities {
    const duel = duelOf(margin, seed);
    return {
      duel,
      contrastive: duel.contrastive[step]!,
      triplet: duel.triplet[step]!,
      verdict: verdictOn(duel, step),
      contrastiveVerdict: contrastiveVerdictOn(duel, step),
    };
  },
  slotTexts: ({ margin }, { contrastive, triplet }): Record<(typeof slots)[number], string> => ({
    lossContrastive: formatNumber(contrastive.loss, 3),
    lossTriplet: formatNumber(triplet.loss, 3),
    margin: formatNumber(margin),
  }),
  csv: (_, { duel }) =>
    toCsv(
      ['step', 'side', 'loss', 'spread', 'gap'],
      SIDES.flatMap((side) =>
        duel[side].map(({ loss, spread, gap }, step) => [step, side, loss, spread, gap]),
      ),
    ),
  spoken: ({ step }, { contrastive, triplet }) =>
    `Step ${step}. Spread: contrastive ${formatNumber(contrastive.spread)}, triplet ${formatNumber(triplet.spread)}.`,
} as const satisfies FigureDefinition<DuelState, DuelQuantities>;
