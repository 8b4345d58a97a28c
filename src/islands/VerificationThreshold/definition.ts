import { toCsv } from '#kit/files/csv.ts';
import { formatNumber, formatPercent } from '#kit/figure/numberFormat.ts';
import { choiceSetting, numberSetting } from '#kit/figure/settings.ts';
import type { FigureDefinition } from '#kit/figure/useFigure.ts';
import {
  BINS,
  binsAtFar,
  equalErrorBins,
  ratesAtBin,
  type VerificationSummary,
} from '#metric/evaluation/verificationSummary.ts';
import type { Verified } from '#training/faces/verifyPairs.ts';
import type { FaceSource } from '#training/faces/faceSources.ts';
import still from './still.json' with { type: 'json' };

/** What the pairs are judged by; digits are judged by a network that has not seen theirs either. */
export type Source = FaceSource | 'digits';

export const SOURCES: readonly Source[] = ['raw', 'untrained', 'pretrained', 'trained', 'digits'];
/** Sources that the reader's browser makes: no link can bring them. */
export const MADE_HERE: readonly Source[] = ['trained', 'digits'];
export const SOURCE_NAMES: Readonly<Record<Source, string>> = {
  raw: 'raw pixels',
  untrained: 'a network before training',
  pretrained: 'a network trained in advance',
  trained: 'a network trained here',
  digits: 'handwriting: digits 8 and 9',
};

/** What two pictures show, in words: the same, or not. */
export const KINDS: Readonly<Record<'faces' | 'digits', Readonly<Record<'one' | 'two', string>>>> =
  {
    faces: { one: 'one person', two: 'two people' },
    digits: { one: 'one digit', two: 'two digits' },
  };
export const kindsOf = (source: Source) => KINDS[source === 'digits' ? 'digits' : 'faces'];

export type Curve = 'roc' | 'log' | 'det';

export interface ThresholdState {
  readonly source: Source;
  /** Pairs up to this plain distance are accepted. */
  readonly threshold: number;
  readonly curve: Curve;
}

/** What has been measured of each source so far. */
export type Measured = Partial<Readonly<Record<Source, Verified>>>;

/** What the page knows before it has the whole file. */
export const AT_FIRST: Measured = { pretrained: still };

/** Distances of points on a sphere reach 2; those of raw pixels stay far below. */
export const THRESHOLD_RANGE = { min: 0, max: 2 } as const;

/** A distance among distances up to `end`, to a hundredth or finer. */
export const formatDistance = (distance: number, end: number): string =>
  formatNumber(distance, Math.max(2, 2 - Math.floor(Math.log10(end))));

/** On the bin ends, where both rates are exact. */
export const acceptedBins = (threshold: number, { end }: VerificationSummary): number =>
  Math.min(BINS, Math.max(0, Math.round((threshold / end) * BINS)));

export const thresholdOfBins = (accepted: number, { end }: VerificationSummary): number =>
  Number(((accepted * end) / BINS).toFixed(6));

/** Where bins are accepted up to. What is 0 apart is within the first: nothing is accepted below 0 only. */
export const formatThreshold = (accepted: number, test: VerificationSummary): string =>
  accepted === 0 ? 'below 0' : formatDistance(thresholdOfBins(accepted, test), test.end);

/** How a threshold may be chosen on calibration pairs, which the test knows nothing of. */
export const RULES = ['equal', 'far1e2', 'far1e3'] as const;
export type Rule = (typeof RULES)[number];

export function chooseThreshold(calibration: VerificationSummary, rule: Rule): number {
  const accepted =
    rule === 'equal'
      ? equalErrorBins(calibration)
      : binsAtFar(calibration, rule === 'far1e2' ? 1e-2 : 1e-3);
  return thresholdOfBins(accepted, calibration);
}

export const slots = [
  'threshold',
  'falseAccepts',
  'impostorPairs',
  'far',
  'falseRejects',
  'genuinePairs',
  'frr',
] as const;

const terms = {
  threshold: 'threshold: pairs up to this distance are accepted',
  far: 'false accept rate: the share of impostor pairs that are accepted',
  frr: 'false reject rate: the share of genuine pairs that are not',
} as const;

export const percent = (rate: number): string =>
  formatPercent(rate, rate > 0 && rate < 0.01 ? 2 : 1);

const whole = (count: number) => count.toLocaleString('en');

/** What the threshold makes of the test pairs; undefined before they are measured. */
export interface ThresholdQuantities extends ReturnType<typeof ratesAtBin> {
  readonly test: VerificationSummary;
  /** Bins up to the threshold. */
  readonly accepted: number;
}

function measure(
  { source, threshold }: ThresholdState,
  measured: Measured,
): ThresholdQuantities | undefined {
  const test = measured[source]?.test;
  if (!test) return undefined;
  const accepted = acceptedBins(threshold, test);
  return { ...ratesAtBin(test, accepted), test, accepted };
}

export function createDefinition(get: () => Measured) {
  return {
    name: 'VerificationThreshold',
    settings: {
      source: choiceSetting<Source>('pretrained', SOURCES),
      threshold: numberSetting(chooseThreshold(still.calibration, 'equal'), THRESHOLD_RANGE),
      curve: choiceSetting<Curve>('roc', ['roc', 'log', 'det']),
    },
    terms,
    dials: {
      threshold: {
        label: 'threshold',
        step: 0.05,
        fineStep: 0.01,
        range: (_, rates) => ({ min: 0, max: rates?.test.end ?? THRESHOLD_RANGE.max }),
        get: ({ threshold }) => threshold,
        set: (state, threshold) => ({ ...state, threshold }),
      },
    },
    measure: (state) => measure(state, get()),
    slotTexts({ threshold }, rates): Record<(typeof slots)[number], string> {
      const shown = (value: number | undefined) => (value === undefined ? '–' : whole(value));
      return {
        threshold: rates
          ? formatThreshold(rates.accepted, rates.test).replace('below ', '<\u2009')
          : formatDistance(threshold, THRESHOLD_RANGE.max),
        falseAccepts: shown(rates?.falseAccepts),
        impostorPairs: shown(rates?.impostor),
        far: rates ? percent(rates.far) : '–',
        falseRejects: shown(rates?.falseRejects),
        genuinePairs: shown(rates?.genuine),
        frr: rates ? percent(rates.frr) : '–',
      };
    },
    csv(_, rates) {
      if (!rates) return '';
      const { test } = rates;
      return toCsv(
        ['threshold', 'genuinePairsInBin', 'impostorPairsInBin', 'far', 'frr'],
        test.genuine.map((genuine, bin) => {
          const { far, frr } = ratesAtBin(test, bin + 1);
          return [thresholdOfBins(bin + 1, test), genuine, test.impostor[bin]!, far, frr];
        }),
      );
    },
    spoken: (_, rates) =>
      rates
        ? `Threshold ${formatThreshold(rates.accepted, rates.test)}: ${percent(rates.far)} false accepts, ${percent(rates.frr)} false rejects.`
        : '',
  } as const satisfies FigureDefinition<ThresholdState, ThresholdQuantities | undefined>;
}

export const definition = createDefinition(() => AT_FIRST);
