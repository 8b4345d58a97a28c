import { VICREG_EPSILON, vicreg as vicregOf } from '../decorrelation/vicreg.ts';
import type { NumberParameter } from '../parameter.ts';
import { pythonFloat } from '../pythonFloat.ts';
import { asLoss } from './loss.ts';
import { ofPairedViews } from './pairedItems.ts';

const weight = (label: string, about: string, initial: number): NumberParameter => ({
  kind: 'number',
  label,
  about,
  initial,
  range: { min: 0, max: 100, whole: false },
  slider: { min: 0, max: 50, step: 1 },
});

const parameters = {
  invariance: weight('weight of invariance', 'How much two views of a sample should agree.', 25),
  variance: weight(
    'weight of variance',
    'How much every coordinate should vary from sample to sample. At 0 nothing prevents collapse.',
    25,
  ),
  covariance: weight(
    'weight of covariance',
    'How much coordinates should differ in what they tell.',
    1,
  ),
};

/** VICReg over groups of two: see `vicreg` of decorrelation. The means over pairs are its loss. */
export const vicreg = asLoss({
  name: 'vicreg',
  label: 'VICReg',
  about:
    'Two views of a sample should agree, every coordinate should vary over the batch, and no two should tell the same. Nothing is compared with another sample; embeddings are meant to be of free length.',
  parameters,
  usual: {},
  ...ofPairedViews({
    label: 'VICReg',
    of: (views, values: { readonly [K in keyof typeof parameters]: number }) =>
      vicregOf(views, values),
    note: 'Each dot is a pair of views at their distance. Its loss is the weighted mean square between them, and what the batch as a whole lacks in variance and has in covariance, which all pairs share.',
  }),
  collapse: ({ variance }) => ({
    name: 'μ(1 − √ε)',
    words: 'μ(1 − √ε), the whole of the variance term: no coordinate varies any more',
    height: variance * (1 - Math.sqrt(VICREG_EPSILON)),
    remedy:
      'A larger weight of variance is what is meant to prevent it; a smaller learning rate may help.',
  }),
  pytorch: ({ values, reducer }) => ({
    constants: `INVARIANCE, VARIANCE, COVARIANCE = ${[values.invariance, values.variance, values.covariance].map(pythonFloat).join(', ')}`,
    usesDistance: false,
    definition: `def covariance_of(z):
    c = z.T.cov()
    return (c - torch.diag(c.diag())).square().sum() / z.shape[1]


def loss_of(embeddings, labels):
    """The first two of every K rows are the views of a sample."""
    views = embeddings[0::K], embeddings[1::K]
    invariance = (views[0] - views[1]).square().mean(dim=1)
    variance = sum((1 - (z.var(dim=0) + 1e-4).sqrt()).clamp(min=0).mean() for z in views) / 2
    covariance = sum(covariance_of(z) for z in views)
    losses = INVARIANCE * invariance + VARIANCE * variance + COVARIANCE * covariance
    return ${reducer.pytorch.overLosses}`,
  }),
});
