import measured from '#bench/new-classes.json';
import { toCsv } from '#kit/files/csv.ts';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { choiceSetting, numberSetting } from '#kit/figure/settings.ts';
import type { FigureDefinition } from '#kit/figure/useFigure.ts';
import type { SignSource } from '#training/signs/signSources.ts';
import { NETWORK_AT_FIRST } from './firstGlyphs.ts';
import type { Recognised } from './recognise.ts';
import still from './still.json';

export interface NewClassState {
  readonly network: SignSource;
  /** Plain, of points of length 1: beyond it a drawing is none of the signs. */
  readonly threshold: number;
}

export const THRESHOLD_RANGE = { min: 0, max: 2 } as const;

/** In the order of offering, with what each has learned from. */
export const NETWORKS: readonly {
  readonly value: SignSource;
  readonly label: string;
  readonly about: string;
}[] = [
  { value: 'pixels', label: 'pixels', about: 'raw pixels' },
  { value: 'triplet', label: 'six digits', about: 'triplets of the digits 0 to 5' },
  { value: 'views', label: 'no labels', about: 'views of the digits 0 to 5' },
  {
    value: 'glyphs',
    label: 'many glyphs',
    about: `${measured.trainedKinds.toLocaleString('en')} kinds of glyph`,
  },
];

/** At which strangers are taken as often as acquaintances are refused, on kinds kept for that. */
export const usualThreshold = (network: SignSource): number =>
  Number(still.thresholds[network].threshold.toFixed(2));

export interface NewClassQuantities {
  /** Undefined while there is nothing to recognise, or the network is on its way. */
  readonly recognised: Recognised | undefined;
  /** What is taken for what, and why. */
  readonly told: string;
}

const nameOf = ({ signs, nearest }: Recognised) => signs[nearest]!.name;

/** The name of the sign, or that it is none. */
export const verdictOf = (recognised: Recognised): string =>
  recognised.accepted ? nameOf(recognised) : 'none of these';

function tell(recognised: Recognised, threshold: number): string {
  const { distances, nearest, accepted, gap } = recognised;
  const [name, distance] = [nameOf(recognised), formatNumber(distances[nearest]!)];
  const limit = formatNumber(threshold);
  if (!accepted) return `None of these: the nearest, ${name}, is at ${distance}, beyond ${limit}.`;
  const next = Number.isFinite(gap)
    ? `the next is ${formatNumber(gap)} farther`
    : 'there is no other';
  return `Taken for ${name}: at ${distance} it is within ${limit}, and ${next}.`;
}

export const settings = {
  network: choiceSetting<SignSource>(
    NETWORK_AT_FIRST,
    NETWORKS.map(({ value }) => value),
  ),
  threshold: numberSetting(usualThreshold(NETWORK_AT_FIRST), THRESHOLD_RANGE),
};

/** What the figure shows besides its settings. */
export interface Shown {
  readonly recognise: (state: NewClassState) => Recognised | undefined;
  /** Why there is nothing to tell. */
  readonly waiting: () => string;
}

export function createDefinition({ recognise, waiting }: Shown) {
  return {
    name: 'NewClass',
    settings,
    terms: {},
    measure(state: NewClassState): NewClassQuantities {
      const recognised = recognise(state);
      return { recognised, told: recognised ? tell(recognised, state.threshold) : waiting() };
    },
    slotTexts: () => ({}),
    csv: ({ network, threshold }, { recognised }) =>
      recognised &&
      toCsv(
        ['network', 'sign', 'examples', 'distance', 'threshold'],
        recognised.signs.map(({ name, samples }, k) => [
          network,
          name,
          samples.length,
          recognised.distances[k]!,
          threshold,
        ]),
      ),
    spoken: (_, { told }) => told,
  } as const satisfies FigureDefinition<NewClassState, NewClassQuantities>;
}

/** Without anything to recognise: what the text and the tests know of the figure. */
export const definition = createDefinition({ recognise: () => undefined, waiting: () => '' });
