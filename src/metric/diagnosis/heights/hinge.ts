import { triplet } from '../../losses/triplet.ts';
import { told } from '../numbers.ts';
import { leavesOutSolved } from '../observation.ts';
import type { Height } from './height.ts';

const ANY_BATCH = { p: 2, k: 2 };

/** The heights of the triplet loss at collapse are those that the loss tells of itself. */
const collapsed = (margin: number, softMargin: boolean) =>
  triplet.collapse({ margin, softMargin }, ANY_BATCH).height;

export const exactMargin: Height = {
  name: 'margin',
  label: 'exactly the margin',
  formula: 'm',
  says: 'Triplet loss with a hinge: positives and negatives are equally far from every anchor.',
  meaning: 'alike',
  losses: ['triplet'],
  places: ({ margin }) =>
    margin === undefined ? [] : [{ value: collapsed(margin, false), formula: 'm' }],
};

export const ln2: Height = {
  name: 'ln-2',
  label: 'ln 2',
  formula: 'ln 2 = 0.6931',
  says: 'Triplet loss with a soft margin: ln(1 + e⁰), no order between positives and negatives.',
  meaning: 'alike',
  losses: ['triplet-soft'],
  places: () => [{ value: collapsed(1, true), formula: 'ln(1 + e⁰)' }],
};

/** As high as the recorded runs of batch-all hovered, step by step averaged over ten steps: 0.42 to 0.66 at 0.5. */
const HOVER = [0.8, 1.35] as const;

export const hoverAtMargin: Height = {
  name: 'near-margin',
  label: 'near the margin, averaged over the triplets that have a loss',
  formula: 'about m',
  says: 'Mean over triplets with a loss: those still wrong are wrong by about m, healthy or not.',
  meaning: 'hover',
  losses: ['triplet'],
  places: ({ margin, average, mining }) =>
    margin === undefined || !leavesOutSolved(average) || mining === 'semi-hard'
      ? []
      : [
          {
            value: margin,
            formula: `about m = ${told(margin)}`,
            band: [HOVER[0] * margin, HOVER[1] * margin],
          },
        ],
};

/** As wide as the recorded run of semi-hard mining: 0.236 to 0.260 at a margin of 0.5. */
const HALF = [0.47, 0.53] as const;

export const halfMargin: Height = {
  name: 'half-margin',
  label: 'about half the margin',
  formula: 'about m/2',
  says: 'Semi-hard mining at work: its triplets lie anywhere between no loss and m.',
  meaning: 'hover',
  losses: ['triplet'],
  places: ({ margin, mining }) =>
    margin === undefined || (mining !== 'semi-hard' && mining !== 'unknown')
      ? []
      : [
          {
            value: margin / 2,
            formula: `about m/2 = ${told(margin)}/2`,
            band: [HALF[0] * margin, HALF[1] * margin],
            ...(mining === 'unknown' && { assumes: 'if the mining is semi-hard' }),
          },
        ],
};
