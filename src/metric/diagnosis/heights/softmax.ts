import { ntXent } from '../../losses/ntXent.ts';
import { type Observation, type StuckLoss, UNLABELLED } from '../observation.ts';
import { told } from '../numbers.ts';
import { isWithin } from '../reading.ts';
import type { Height, Place } from './height.ts';

/** Where the batch is not told, those that are in use. */
const USUAL = Array.from({ length: 12 }, (_, power) => 2 ** (power + 1));

/** One place for the batch that is told, or for each usual one that the value rounds to. */
function perBatch(
  { n, reading }: Observation,
  placeOf: (n: number) => { readonly value: number; readonly formula: string },
): readonly Place[] {
  if (n !== undefined) return [placeOf(n)];
  return USUAL.map((batch) => ({ ...placeOf(batch), assumes: `if N is ${told(batch)}` })).filter(
    ({ value }) => isWithin(reading, value),
  );
}

const whole = (count: number) => count.toLocaleString('en');

/** What SupContrast multiplies by T and divides by, unless it is told otherwise. */
const BASE_TEMPERATURE = 0.07;

export const blindOfTwoViews: Height = {
  name: 'ln-2n-1',
  label: 'ln(2N − 1)',
  formula: 'ln(2N − 1)',
  says: 'NT-Xent on two views of N samples: a blind guess among the 2N − 1 others.',
  meaning: 'alike',
  losses: ['nt-xent'],
  places: (observation) =>
    perBatch(observation, (n) => ({
      value: Math.log(2 * n - 1),
      formula: `ln(2 × ${whole(n)} − 1) = ln ${whole(2 * n - 1)}`,
    })),
};

export const bothDirectionsSummed: Height = {
  name: '2-ln-2n-1',
  label: '2 ln(2N − 1)',
  formula: '2 ln(2N − 1)',
  says: 'NT-Xent where the losses of both views are added instead of averaged: SimCLR’s own code.',
  meaning: 'alike',
  losses: ['nt-xent'],
  places: (observation) =>
    perBatch(observation, (n) => ({
      value: 2 * Math.log(2 * n - 1),
      formula: `2 × ln ${whole(2 * n - 1)}`,
    })),
};

export const blindOfOthers: Height = {
  name: 'ln-b-1',
  label: 'ln(B − 1)',
  formula: 'ln(B − 1)',
  says: 'SupCon without that factor, on a batch drawn by class: a blind guess among the B − 1 others, positives among them.',
  meaning: 'alike',
  losses: ['supcon'],
  places: ({ p, k }) =>
    p === undefined || k === undefined || p * k < 2
      ? []
      : [
          {
            value: Math.log(p * k - 1),
            formula: `ln(${whole(p * k)} − 1) = ln ${whole(p * k - 1)}`,
          },
        ],
};

/** Among how many an anchor has to guess, in a batch of N. */
const CANDIDATES: Readonly<Partial<Record<StuckLoss, (n: number) => number>>> = {
  'nt-xent': (n) => 2 * n - 1,
  'info-nce': (n) => n,
};

/** A rounder value than this would fit one part or another. */
const TELLING = 0.005;

/** Batches whose gradients are added before a step is taken. */
const ACCUMULATED = [2, 4, 8, 16, 32, 64];

export const blindOfPart: Height = {
  name: 'ln-n-part',
  label: 'that of a part of the batch',
  formula: 'ln(N/a), ln(2N/a − 1)',
  says: 'A loss of a batch that comes in a parts whose gradients are added: each part knows only its own negatives.',
  meaning: 'alike',
  losses: UNLABELLED,
  places({ n, loss, reading }) {
    if (n === undefined || reading.half > TELLING) return [];
    return ACCUMULATED.filter((parts) => n % parts === 0 && n / parts > 1)
      .map((parts) => {
        const others = CANDIDATES[loss]!(n / parts);
        return {
          value: Math.log(others),
          formula: `ln ${whole(others)}`,
          assumes: `if the ${whole(n)} come in ${parts} parts`,
        };
      })
      .filter(({ value }) => isWithin(reading, value));
  },
};

/** Of the temperature, or of those in use where none is told. */
const SCALES = [0.05, 0.07, 0.1, 0.2, 0.5];

/** The same of a batch drawn by class. */
const scaledByClass = ({ n, p, k }: Observation, temperature: number): readonly Place[] =>
  n !== undefined || p === undefined || k === undefined || p * k < 2
    ? []
    : [
        {
          value: (temperature / BASE_TEMPERATURE) * Math.log(p * k - 1),
          formula: `T/0.07 × ln(B − 1) = ${told(temperature)}/0.07 × ln ${whole(p * k - 1)}`,
        },
      ];

const scaled = (observation: Observation, temperature: number, assumes?: string) =>
  perBatch(observation, (n) => ({
    value: (temperature / BASE_TEMPERATURE) * Math.log(2 * n - 1),
    formula: `T/0.07 × ln(2N − 1) = ${told(temperature)}/0.07 × ln ${whole(2 * n - 1)}`,
  })).map((place) =>
    assumes ? { ...place, assumes: [place.assumes, assumes].filter(Boolean).join(' and ') } : place,
  );

export const timesTemperature: Height = {
  name: 'supcon',
  label: 'ln(2N − 1) × T/0.07',
  formula: 'ln(2N − 1) × T/0.07',
  says: 'SupContrast’s code: its loss is multiplied by T and divided by a base temperature of 0.07. On a batch of B drawn by class it is ln(B − 1) × T/0.07.',
  meaning: 'alike',
  losses: ['supcon', 'nt-xent'],
  places(observation) {
    const { temperature, reading } = observation;
    if (temperature !== undefined)
      return [...scaledByClass(observation, temperature), ...scaled(observation, temperature)];
    return SCALES.flatMap((guess) => scaled(observation, guess, `if T is ${guess}`)).filter(
      ({ value }) => isWithin(reading, value),
    );
  },
};

export const blindOfBatch: Height = {
  name: 'ln-n',
  label: 'ln N',
  formula: 'ln N',
  says: 'InfoNCE and CLIP in a batch of N pairs, at any temperature: a blind guess among N.',
  meaning: 'alike',
  losses: ['info-nce'],
  places: (observation) =>
    perBatch(observation, (n) => ({ value: Math.log(n), formula: `ln ${whole(n)}` })),
};

export const blindOfNegatives: Height = {
  name: 'ln-1-b-k',
  label: 'ln(1 + B − K)',
  formula: 'ln(1 + B − K)',
  says: 'NT-Xent over labels: a blind guess among one positive and the B − K negatives.',
  meaning: 'alike',
  losses: ['nt-xent-labels'],
  places: ({ p, k }) =>
    p === undefined || k === undefined
      ? []
      : [
          {
            value: ntXent.collapse({ temperature: 0.1, similarity: 'cosine' }, { p, k }).height,
            formula: `ln(1 + ${p * k} − ${k}) = ln ${whole(1 + p * k - k)}`,
          },
        ],
};

export const blindOfClasses: Height = {
  name: 'ln-c',
  label: 'ln C',
  formula: 'ln C',
  says: 'A softmax over C classes or their proxies: a blind guess among the classes.',
  meaning: 'alike',
  losses: ['class-softmax'],
  places: ({ classes }) =>
    classes === undefined ? [] : [{ value: Math.log(classes), formula: `ln ${whole(classes)}` }],
};
