import { barlowTwins as barlowTwinsOf } from '../decorrelation/barlowTwins.ts';
import type { NumberParameter } from '../parameter.ts';
import { pythonFloat } from '../pythonFloat.ts';
import { asLoss } from './loss.ts';
import { ofPairedViews } from './pairedItems.ts';

const redundancy = {
  kind: 'number',
  label: 'weight of redundancy',
  about:
    'What it weighs that a coordinate of one view does not correlate with the other coordinates of the other view.',
  initial: 0.005,
  range: { min: 0, max: 1, whole: false },
  slider: { min: 0, max: 0.1, step: 0.005 },
} as const satisfies NumberParameter;

const parameters = { redundancy };

/** Barlow Twins over groups of two: see `barlowTwins` of decorrelation. */
export const barlowTwins = asLoss({
  name: 'barlow-twins',
  label: 'Barlow Twins',
  about:
    'Each coordinate of one view should correlate with itself in the other view, and with no other. Nothing is compared with another sample; lengths play no part.',
  parameters,
  usual: {},
  ...ofPairedViews({
    label: 'Barlow Twins',
    of: (views, values: { readonly redundancy: number }) => barlowTwinsOf(views, values.redundancy),
    note: 'Each dot is a pair of views at their distance. The loss is of the batch as a whole: all pairs share it.',
  }),
  collapse: (_, { dims = Number.NaN }) => ({
    name: 'D',
    words: 'the number of dimensions: no coordinate agrees with itself any more',
    height: dims,
    remedy: 'Another learning rate or seed may escape it.',
  }),
  pytorch: ({ values, reducer }) => ({
    constants: `REDUNDANCY = ${pythonFloat(values.redundancy)}`,
    usesDistance: false,
    definition: `def standardised(z):
    return (z - z.mean(dim=0)) / (z.var(dim=0, unbiased=False) + 1e-5).sqrt()


def loss_of(embeddings, labels):
    """The first two of every K rows are the views of a sample."""
    a, b = standardised(embeddings[0::K]), standardised(embeddings[1::K])
    c = a.T @ b / len(a)
    own, others = c.diag(), c - torch.diag(c.diag())
    loss = (own - 1).square().sum() + REDUNDANCY * others.square().sum()
    losses = loss.expand(len(a))
    return ${reducer.pytorch.overLosses}`,
  }),
});
