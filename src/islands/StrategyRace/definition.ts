import { formatCount } from '#kit/figure/numberFormat.ts';
import { parameterSetting } from '#kit/figure/parameterSetting.ts';
import { choiceSetting, integerSetting } from '#kit/figure/settings.ts';
import { initialState } from '#kit/figure/urlState.ts';
import type { FigureDefinition } from '#kit/figure/useFigure.ts';
import { SETTINGS } from '#training/settings/table.ts';
import {
  type Common,
  LANE_NUMBERS,
  type Lane,
  type LaneNumber,
  laneName,
  laneOf,
  laneSetting,
  MOST_LANES,
} from './lane.ts';
import { MEASURE_NAMES, type Measure } from './measures.ts';

/** A batch has no more classes than there are digits. */
export const P_RANGE = { ...SETTINGS.p.range, max: 10 };

export type RaceState = Common & {
  /** How many of the lanes take part. */
  readonly lanes: number;
  readonly steps: number;
  /** What the chart shows. */
  readonly measure: Measure;
} & Readonly<Record<`lane${LaneNumber}`, Lane>>;

export const FEWEST_LANES = 2;
/** Steps of a whole race. */
export const STEPS_RANGE = { min: 20, max: 5000, whole: true } as const;

export const slots = [] as const;

/** The lanes that take part. */
export const lanesOf = (state: RaceState): readonly Lane[] =>
  LANE_NUMBERS.slice(0, state.lanes).map((number) => state[`lane${number}`]);

export const namesOf = (state: RaceState): readonly string[] => {
  const lanes = lanesOf(state);
  return lanes.map((lane) => laneName(lane, lanes));
};

export const definition = {
  name: 'StrategyRace',
  settings: {
    lanes: integerSetting(4, { min: FEWEST_LANES, max: MOST_LANES }),
    lane1: laneSetting(laneOf('batch-all')),
    lane2: laneSetting(laneOf('batch-hard')),
    lane3: laneSetting(laneOf('semi-hard')),
    lane4: laneSetting(laneOf('random')),
    steps: integerSetting(400, STEPS_RANGE),
    p: integerSetting(SETTINGS.p.initial, P_RANGE),
    k: parameterSetting(SETTINGS.k),
    seed: parameterSetting(SETTINGS.seed),
    measure: choiceSetting<Measure>('knnAccuracy', MEASURE_NAMES),
  },
  terms: {},
  measure: () => undefined,
  slotTexts: () => ({}),
  spoken: (state) => `Race of ${namesOf(state).join(', ')}, ${formatCount(state.steps)} steps.`,
} as const satisfies FigureDefinition<RaceState>;

/** The lanes that the figure starts with. */
export const initialLanes: readonly Lane[] = LANE_NUMBERS.map(
  (number) => definition.settings[`lane${number}`].initial,
);

type Key = keyof RaceState;
/** All that a race depends on: what the chart shows of it is left out. */
const OF_RACE = (Object.keys(definition.settings) as Key[]).filter((key) => key !== 'measure');
/** What stands in the fold. */
const OF_LANES = OF_RACE.filter((key) => key !== 'lanes' && key !== 'steps');

const spell = (state: RaceState, keys: readonly Key[]): string =>
  keys
    .map((key) => (definition.settings[key].format as (value: unknown) => string)(state[key]))
    .join(';');

const INITIAL = initialState<RaceState>(definition.settings);

/** Whether two states ask for the same race. */
export const isSameRace = (one: RaceState, other: RaceState): boolean =>
  spell(one, OF_RACE) === spell(other, OF_RACE);

/** Whether a race of these settings is the one that was recorded. */
export const isRecorded = (state: RaceState): boolean => isSameRace(state, INITIAL);

/** Whether the lanes train with what they start with. */
export const hasUsualLanes = (state: RaceState): boolean =>
  spell(state, OF_LANES) === spell(INITIAL, OF_LANES);

export const initialNames: readonly string[] = initialLanes.map((lane) =>
  laneName(lane, initialLanes),
);
