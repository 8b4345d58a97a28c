import { contrastive } from '../../losses/contrastive.ts';
import { leavesOutSolved, type Observation } from '../observation.ts';
import { told } from '../numbers.ts';
import type { Height, Place } from './height.ts';

interface Share {
  /** Of the pairs of a batch that are dissimilar. */
  readonly share: number;
  readonly formula: string;
  readonly assumes?: string;
}

/** Of a P×K batch as the loss itself knows it; half where nobody tells, as where pairs are drawn evenly. */
const shareOf = ({ p, k }: Observation): Share => {
  if (p === undefined || k === undefined || p * k < 2)
    return { share: 0.5, formula: '½', assumes: 'if half of the pairs are dissimilar' };
  const { height } = contrastive.collapse({ margin: 1 }, { p, k });
  return { share: height, formula: `${p * k - k}/${p * k - 1}` };
};

const isMeanOfAll = ({ average }: Observation) => average === 'mean';

/** m² × the share of dissimilar pairs, times a factor that the loss may have. */
function byShare(observation: Observation, factor: 1 | 0.5): readonly Place[] {
  const { margin } = observation;
  if (margin === undefined || !isMeanOfAll(observation)) return [];
  const { share, formula, assumes } = shareOf(observation);
  return [
    {
      value: factor * margin ** 2 * share,
      formula: `${factor === 1 ? '' : '½ × '}${told(margin)}² × ${formula}`,
      ...(assumes && { assumes }),
    },
  ];
}

export const shareOfMargin: Height = {
  name: 'm2-share',
  label: 'm² × the share of dissimilar pairs',
  formula: 'm² × share',
  says: 'Contrastive loss, mean over all pairs: similar ones cost 0, dissimilar ones m². Their share of a P×K batch is (PK − K)/(PK − 1).',
  meaning: 'alike',
  losses: ['contrastive'],
  places: (observation) => byShare(observation, 1),
};

export const halfShareOfMargin: Height = {
  name: 'half-m2-share',
  label: '½ m² × the share of dissimilar pairs',
  formula: '½ m² × share',
  says: 'The same with the ½ of Hadsell, Chopra and LeCun before both terms.',
  meaning: 'alike',
  losses: ['contrastive'],
  places: (observation) => byShare(observation, 0.5),
};

export const squareOfMargin: Height = {
  name: 'm2',
  label: 'm²',
  formula: 'm²',
  says: 'Contrastive loss, mean over the pairs that have a loss: only dissimilar ones are left in it.',
  meaning: 'alike',
  losses: ['contrastive'],
  places: ({ margin, average }) =>
    margin === undefined || !leavesOutSolved(average)
      ? []
      : [{ value: margin ** 2, formula: `${told(margin)}²` }],
};

export const kindsApart: Height = {
  name: 'm2-half',
  label: 'm²/2, averaging the kinds apart',
  formula: 'm²/2',
  says: 'Contrastive loss, the mean of similar pairs and that of dissimilar ones averaged: (0 + m²)/2.',
  meaning: 'alike',
  losses: ['contrastive'],
  places: ({ margin, average }) =>
    margin === undefined || average !== 'apart'
      ? []
      : [{ value: margin ** 2 / 2, formula: `(0 + ${told(margin)}²)/2` }],
};
