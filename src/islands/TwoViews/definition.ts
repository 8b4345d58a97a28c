import { formatPercent } from '#kit/figure/numberFormat.ts';
import { choiceSetting, integerSetting, numberSetting } from '#kit/figure/settings.ts';
import type { FigureDefinition } from '#kit/figure/useFigure.ts';
import { toCsv } from '#kit/files/csv.ts';
import { SETTINGS } from '#training/settings/table.ts';
import { type Reading, readingAt } from './recorded.ts';
import references from './references.json' with { type: 'json' };
import { type Choices, PRESETS, SENSIBLE, STEPS, wantedStd } from './runs.ts';

export interface ViewsState extends Choices {
  /** The step at which the run is shown. */
  readonly step: number;
  /** Which of all possible views are drawn of the digits. */
  readonly draw: number;
}

export interface ViewsQuantities {
  readonly reading: Reading | undefined;
  /** The standard deviation of a coordinate, as a share of what the loss would have it be. */
  readonly stdShare: number | undefined;
  /** Of the negatives of a view, how many show its own class. */
  readonly falseNegatives: number | undefined;
}

export const BATCHES = [16, 64, 256] as const;
/** Quick enough for a reader to wait for. */
export const NETWORKS: readonly Choices['network'][] = ['mlp', 'small-conv'];

export const settings = {
  turnBy: numberSetting(SENSIBLE.turnBy, SETTINGS.turnBy.range),
  shiftBy: numberSetting(SENSIBLE.shiftBy, SETTINGS.shiftBy.range),
  scaleBy: numberSetting(SENSIBLE.scaleBy, SETTINGS.scaleBy.range),
  shearBy: numberSetting(SENSIBLE.shearBy, SETTINGS.shearBy.range),
  eraseSide: integerSetting(SENSIBLE.eraseSide, SETTINGS.eraseSide.range),
  noise: numberSetting(SENSIBLE.noise, SETTINGS.noise.range),
  network: choiceSetting<Choices['network']>(SENSIBLE.network, NETWORKS),
  temperature: numberSetting(SENSIBLE.temperature, SETTINGS.temperature.range),
  p: choiceSetting<number>(SENSIBLE.p, BATCHES),
  seed: integerSetting(SENSIBLE.seed, SETTINGS.seed.range),
  defence: choiceSetting<Choices['defence']>(SENSIBLE.defence, ['negatives', 'variance', 'none']),
  step: integerSetting(STEPS, { min: 0, max: STEPS }),
  draw: integerSetting(1, { min: 1, max: 1e6 }),
};

/** What of a state decides its run. */
export function choicesOf({ step: _, draw: __, ...choices }: ViewsState): Choices {
  return choices;
}

export const isSameRun = (one: Choices, other: Choices): boolean =>
  (Object.keys(SENSIBLE) as (keyof Choices)[]).every((name) => one[name] === other[name]);

export const isRecorded = (state: ViewsState): boolean => isSameRun(choicesOf(state), SENSIBLE);

/** The preset that a state is, apart from its step. */
export const presetOf = (state: ViewsState) =>
  PRESETS.find(({ choices }) => isSameRun(choicesOf(state), choices));

function measure(state: ViewsState, readings: readonly Reading[] | undefined): ViewsQuantities {
  // The page knows of both ends before the recording has come.
  const known =
    readings ?? (isRecorded(state) ? [references.untrained, references.end] : undefined);
  const reading = known && readingAt(known as readonly Reading[], state.step);
  return {
    reading,
    stdShare: reading && reading.std / wantedStd(state),
    falseNegatives: state.defence === 'negatives' ? references.falseNegatives : undefined,
  };
}

/** What the shown step says, in a sentence or two. */
export function verdictOf({ reading, stdShare }: ViewsQuantities): string {
  if (!reading || stdShare === undefined)
    return 'Nothing has been trained with these settings yet.';
  const pixels = references.pixels.few[10];
  const compared = reading.few[10] > pixels ? 'better than' : 'no better than';
  const told = `Step ${reading.step}: with ten labelled examples a class the nearest of them names ${formatPercent(reading.few[10], 0)} of the digits rightly, ${compared} the ${formatPercent(pixels, 0)} of raw pixels.`;
  return stdShare < 0.1 ? `${told} The coordinates hardly vary any more: it has collapsed.` : told;
}

const HEADER = ['step', '1', '5', '10', '50', 'recallAt1', 'std', 'alignment', 'uniformity'];

/** What the definition asks of the figure. */
export interface Shown {
  /** Of the run that is shown, once they are known. */
  readings(): readonly Reading[] | undefined;
  /** Whether it moves by itself: it is silent then. */
  isMoving(): boolean;
}

/** The figure's definition, of which more is known once there is a run to show. */
export const createDefinition = ({ readings, isMoving }: Shown) =>
  ({
    name: 'TwoViews',
    settings,
    terms: {},
    measure: (state) => measure(state, readings()),
    slotTexts: () => ({}),
    drifting: ['step', 'draw'],
    spoken: (_, quantities) => (isMoving() ? '' : verdictOf(quantities)),
    csv: () => {
      const known = readings();
      return (
        known &&
        toCsv(
          HEADER,
          known.map(({ step, few, recallAt1, std, alignment, uniformity }) => [
            step,
            ...Object.values(few),
            recallAt1,
            std,
            alignment,
            uniformity,
          ]),
        )
      );
    },
  }) satisfies FigureDefinition<ViewsState, ViewsQuantities>;
