import { toCsv } from '#kit/files/csv.ts';
import { marginDial } from '#kit/formula/marginDial.ts';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { createPlane } from '#kit/plane/plane.ts';
import { integerSetting, mixWhole, numberSetting } from '#kit/figure/settings.ts';
import type { FigureDefinition } from '#kit/figure/useFigure.ts';
import { createDuel, type Duel, type DuelOptions, SIDES, STEPS, stopOf } from './duel.ts';

/** The options of a duel, and the step that is shown. */
export interface DuelState extends DuelOptions {
  readonly step: number;
}

export const MARGIN_RANGE = { min: 0.1, max: 1.5 } as const;
export const LAST_SEED = 99;
export const plane = createPlane({ extent: 1.8, size: 480 });

export const slots = ['lossContrastive', 'lossTriplet', 'margin'] as const;

/** What does not depend on a duel. Shown before anything has moved is the end. */
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
} as const;

export type DuelDefinition = FigureDefinition<DuelState> & {
  readonly slotTexts: (state: DuelState) => Record<(typeof slots)[number], string>;
  /** The duel of the given options; computed once for as long as the options stay the same. */
  readonly duelOf: (options: DuelOptions) => Duel;
  /** What became of the triplet side, in words. */
  readonly verdict: (state: DuelState) => string;
};

export function createDefinition(): DuelDefinition {
  let latest: (DuelOptions & { duel: Duel }) | undefined;
  const duelOf = ({ margin, seed }: DuelOptions): Duel => {
    if (latest?.margin !== margin || latest.seed !== seed)
      latest = { margin, seed, duel: createDuel({ margin, seed }) };
    return latest.duel;
  };
  const at = (state: DuelState) => {
    const { contrastive, triplet } = duelOf(state);
    return { contrastive: contrastive[state.step]!, triplet: triplet[state.step]! };
  };
  return {
    ...definition,
    dials: { margin: marginDial(MARGIN_RANGE) },
    duelOf,
    slotTexts(state) {
      const { contrastive, triplet } = at(state);
      return {
        lossContrastive: formatNumber(contrastive.loss, 3),
        lossTriplet: formatNumber(triplet.loss, 3),
        margin: formatNumber(state.margin),
      };
    },
    verdict(state) {
      const stop = stopOf(duelOf(state).triplet);
      if (stop === undefined) return 'not yet at rest';
      return state.step < stop ? 'moving' : `at rest since step ${stop}`;
    },
    csv(state) {
      const duel = duelOf(state);
      return toCsv(
        ['step', 'side', 'loss', 'spread', 'gap'],
        SIDES.flatMap((side) =>
          duel[side].map(({ loss, spread, gap }, step) => [step, side, loss, spread, gap]),
        ),
      );
    },
    spoken(state) {
      const { contrastive, triplet } = at(state);
      return `Step ${state.step}. Spread: contrastive ${formatNumber(contrastive.spread)}, triplet ${formatNumber(triplet.spread)}.`;
    },
  };
}
