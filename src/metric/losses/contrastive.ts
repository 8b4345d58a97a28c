import { forEachAnchor, subBatch } from '../batch.ts';
import { checkMargin } from '../margin.ts';
import { batchAll } from '../miners/batchAll.ts';
import { squaredDistance } from '../pairwise.ts';
import { pythonFloat } from '../pythonFloat.ts';
import { createContrastiveSum, selectedPairs } from './contrastiveSum.ts';
import type { LossItems } from './items.ts';
import { asLoss } from './loss.ts';
import { margin } from './parameters.ts';
import type { LossSetup } from './setup.ts';

const EVERYTHING = batchAll.mine({ margin: undefined, marginTie: 'easy', standIns: false });

function marginOf({ margin }: Pick<LossSetup, 'margin'>): number {
  if (margin === 'soft' || margin === undefined)
    throw new RangeError('the contrastive loss has no soft margin: give it a number');
  checkMargin(margin);
  return margin;
}

const lossOf = (distance: number, similar: boolean, margin: number): number =>
  (similar ? distance : Math.max(0, margin - distance)) ** 2;

const kindOf = (similar: boolean) => (similar ? 'similar' : 'dissimilar');

const items: LossItems = {
  many: 'pairs',
  roles: ['one', 'other'],
  kinds: ['similar', 'dissimilar'],
  facts: ['distance'],
  axes: { x: 'distance', y: 'loss', label: 'Pairs by distance and loss', alike: false },
  note: 'Each dot is a pair, at its distance and with its loss: similar pairs pay for being apart, dissimilar ones for being nearer than the margin (dashed).',
  abound: false,
  visit(setup, batch, random, visit) {
    const margin = marginOf(setup);
    const visitPairs = selectedPairs(setup.selection, batch.rows);
    forEachAnchor(batch, setup.distance, random, (view) =>
      visitPairs(view, (row, similar) => {
        const x = view.distances[row]!;
        const y = lossOf(x, similar, margin);
        visit({ rows: [view.anchor, row], kind: kindOf(similar), x, y });
      }),
    );
  },
  measure(setup, batch, rows) {
    const margin = marginOf(setup);
    const similar = batch.classes.of[rows[0]!] === batch.classes.of[rows[1]!];
    const own = subBatch(batch, rows, similar ? [0, 0] : [0, 1]);
    const [one, other] = [own.points.subarray(0, own.dims), own.points.subarray(own.dims)];
    const distance = setup.distance.of(squaredDistance(one, other));
    const { sum, gradient } = createContrastiveSum({ ...setup, margin, selection: EVERYTHING })(
      own,
      () => 0,
      [],
    );
    return {
      kind: kindOf(similar),
      x: distance,
      y: sum,
      loss: sum,
      gradient,
      facts: (told) => [told(distance)],
      formula: (told) =>
        similar ? `${told(distance)}²` : `max(0, ${told(margin)} − ${told(distance)})²`,
    };
  },
};

/**
 * The contrastive loss y d² + (1 - y) max(0, margin - d)² over pairs, with the plain distance as the
 * article has it (Hadsell, Chopra and LeCun 2006). Throws on a soft margin, which it does not have.
 */
export const contrastive = asLoss({
  name: 'contrastive',
  label: 'contrastive',
  about: 'Similar pairs are pulled together, dissimilar ones pushed apart up to the margin.',
  parameters: { margin },
  usual: { distance: 'plain', margin: 1 },
  takesDistance: true,
  margin: (values) => values.margin,
  refuses: ({ offline }) =>
    offline && 'offline miners choose triplets: the contrastive loss takes an online one',
  create: (setup) => createContrastiveSum({ ...setup, margin: marginOf(setup) }),
  countValid: ({ of }) => (of.length * (of.length - 1)) / 2,
  collapse: ({ margin }, { p, k }) => ({
    name: 'collapse',
    words: 'the loss of a single point',
    // Dissimilar pairs are in one point, and pay all; similar ones nothing.
    height: (margin ** 2 * (p * k - k)) / (p * k - 1),
    remedy: 'Another miner, margin or seed may escape it.',
  }),
  items,
  pytorch: ({ values, distance, reducer }) => ({
    constants: `MARGIN = ${pythonFloat(values.margin)}  # in units of the ${distance.name} distance`,
    usesDistance: true,
    definition: `def pairs_of(labels, triplets):
    """Each unordered pair once: all of the batch, or those that the triplets are made of."""
    if triplets is None:
        return torch.triu_indices(len(labels), len(labels), 1, device=labels.device)
    a, p, n = triplets[:3]
    pairs = torch.stack([torch.cat([a, a]), torch.cat([p, n])])
    return torch.unique(pairs.sort(dim=0).values, dim=1)


def loss_of(embeddings, labels):
    # losses.ContrastiveLoss has linear hinges; here both terms are squared.
    i, j = pairs_of(labels, mine(embeddings, labels))
    d = distance(embeddings)[i, j]
    losses = torch.where(labels[i] == labels[j], d**2, torch.relu(MARGIN - d) ** 2)
    return ${reducer.pytorch.overLosses}`,
  }),
});
