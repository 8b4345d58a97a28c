import { choiceSetting, integerSetting } from '#kit/figure/settings.ts';
import { toCsv } from '#kit/files/csv.ts';
import type { FigureDefinition } from '#kit/figure/useFigure.ts';
import { optimisers } from '#training/optimisers/registry.ts';
import { SETTINGS } from '#training/settings/table.ts';
import eye from './eye.json' with { type: 'json' };
import { type Choices, type Distance, DISTANCES, RECORDED, STEPS } from './runs.ts';
import { type Reading, readingAt, type Side } from './side.ts';
import { verdictOf } from './verdict.ts';

export interface EyeState extends Choices {
  /** The step at which both runs are shown. */
  readonly step: number;
}

export type Sides = Readonly<Record<Distance, Side>>;

/** What both runs are at the step that is shown. */
export interface EyeQuantities extends Readonly<Record<Distance, Reading>> {
  readonly step: number;
}

const DIMS = SETTINGS.dims.options.map(({ name }) => name);

export const settings = {
  step: integerSetting(eye.step, { min: 0, max: STEPS }),
  dims: choiceSetting<EyeState['dims']>(RECORDED.dims, DIMS),
  optimiser: choiceSetting<EyeState['optimiser']>(RECORDED.optimiser, [...optimisers.keys()]),
  seed: integerSetting(RECORDED.seed, SETTINGS.seed.range),
};

export const isSameRun = (one: Choices, other: Choices): boolean =>
  one.dims === other.dims && one.optimiser === other.optimiser && one.seed === other.seed;

/** Whether runs of these settings are the two that were recorded. */
export const isRecorded = (state: Choices): boolean => isSameRun(state, RECORDED);

const UNKNOWN: Reading = {
  spread: undefined,
  ratio: undefined,
  shrinkShare: undefined,
  knnAccuracy: undefined,
};

function measure(state: EyeState, sides: Sides | undefined): EyeQuantities {
  const { step } = state;
  if (sides)
    return {
      step,
      squared: readingAt(sides.squared, step),
      plain: readingAt(sides.plain, step),
    };
  // The page knows of the eye before the recording has come.
  return isRecorded(state) && step === eye.step ? eye : { step, squared: UNKNOWN, plain: UNKNOWN };
}

const HEADER = ['distance', 'step', 'spread', 'ratio', 'shrinkShare', 'knnAccuracy'];

/** Both runs as a table, a line for each step that was measured; undefined while there is none. */
export function tableOf(sides: Sides | undefined): string | undefined {
  if (!sides || sides.plain.ratios.length === 0) return undefined;
  const rows = DISTANCES.flatMap((distance) =>
    sides[distance].ratios.map(({ step }) => {
      const { spread, ratio, shrinkShare, knnAccuracy } = readingAt(sides[distance], step);
      const known = [spread, ratio, shrinkShare, knnAccuracy].map((value) => value ?? '');
      return [distance, step, ...known];
    }),
  );
  return toCsv(HEADER, rows);
}

/** What the definition asks of the figure. */
export interface Shown {
  /** The runs that are shown, once they are known. */
  sides(): Sides | undefined;
  /** Whether it moves by itself: it is silent then. */
  isMoving(): boolean;
}

/** The figure's definition, of which more is known once there are runs to show. */
export const createDefinition = ({ sides, isMoving }: Shown) =>
  ({
    name: 'NeedleEye',
    settings,
    terms: {},
    measure: (state) => measure(state, sides()),
    slotTexts: () => ({}),
    spoken: (_, quantities) => (isMoving() ? '' : verdictOf(quantities)),
    csv: () => tableOf(sides()),
  }) satisfies FigureDefinition<EyeState, EyeQuantities>;
