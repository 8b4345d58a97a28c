import { forEachAnchor, subBatch } from '../batch.ts';
import { countBatch } from '../counts.ts';
import type { Margin } from '../margin.ts';
import { listed } from '../miners/listed.ts';
import { squaredDistance } from '../pairwise.ts';
import { pythonFloat } from '../pythonFloat.ts';
import { type Zone, zoneOf } from '../zones.ts';
import type { LossItems } from './items.ts';
import { asLoss } from './loss.ts';
import { margin, softMargin } from './parameters.ts';
import type { LossSetup } from './setup.ts';
import { createTripletSum } from './tripletSum.ts';

const LISTED = listed({ margin: undefined, marginTie: 'easy', standIns: false });

const marginOf = ({ margin }: Pick<LossSetup, 'margin'>): Margin => {
  if (margin === undefined) throw new RangeError('the triplet loss needs a margin');
  return margin;
};

/** A soft margin knows no zones. */
const zoneUnder = (margin: Margin, dAP: number, dAN: number): Zone | undefined =>
  margin === 'soft' ? undefined : zoneOf(dAP, dAN, margin);

const items: LossItems = {
  many: 'triplets',
  roles: ['anchor', 'positive', 'negative'],
  kinds: ['hard', 'semi-hard', 'easy', 'triplet'],
  facts: ['to the positive', 'to the negative', 'zone'],
  axes: {
    x: 'anchor to positive',
    y: 'anchor to negative',
    label: 'Triplets by the distances of positive and negative',
    alike: true,
  },
  note: 'Each dot is a triplet. Below the diagonal the negative is nearer than the positive: hard. Above the dashed line it is farther by more than the margin: easy, and without a gradient. A chosen one shows what the step did to it, by its own loss alone; the step was made for all of them together.',
  abound: true,
  visit(setup, batch, random, visit, asks) {
    const margin = marginOf(setup);
    forEachAnchor(batch, setup.distance, random, (view) => {
      const { anchor, distances } = view;
      if (!asks(anchor)) return;
      setup.selection.select(view, (positive, negative) => {
        const [x, y] = [distances[positive]!, distances[negative]!];
        const kind = zoneUnder(margin, x, y) ?? 'triplet';
        visit({ rows: [anchor, positive, negative], kind, x, y });
      });
    });
  },
  measure(setup, batch, rows) {
    const margin = marginOf(setup);
    // As what they are taken for: of offline mining, only the list counts.
    const own = subBatch(batch, rows, [0, 0, 1]);
    const [a, p, n] = [0, 1, 2].map((k) => own.points.subarray(k * own.dims, (k + 1) * own.dims));
    const dAP = setup.distance.of(squaredDistance(a!, p!));
    const dAN = setup.distance.of(squaredDistance(a!, n!));
    const zone = zoneUnder(margin, dAP, dAN);
    const { sum, gradient } = createTripletSum({ ...setup, margin, selection: LISTED })(
      own,
      () => 0,
      [],
    );
    return {
      kind: zone ?? 'triplet',
      x: dAP,
      y: dAN,
      loss: sum,
      gradient,
      facts: (told) => [told(dAP), told(dAN), zone ?? 'none: the margin is soft'],
      formula: (told) =>
        margin === 'soft'
          ? `ln(1 + exp(${told(dAP)} − ${told(dAN)}))`
          : `max(0, ${told(dAP)} − ${told(dAN)} + ${told(margin)})`,
    };
  },
};

/**
 * The triplet loss, max(0, d_ap - d_an + margin) with squared distances as in FaceNet or plain ones as
 * in Hermans et al. 2017, or their soft margin ln(1 + e^(d_ap - d_an)).
 */
export const triplet = asLoss({
  name: 'triplet',
  label: 'triplet',
  about: 'A positive should be nearer to the anchor than a negative, by the margin.',
  parameters: { margin, softMargin },
  usual: { distance: 'squared', margin: 0.5 },
  usualOnSphere: { margin: 0.2 },
  takesDistance: true,
  margin: (values) => (values.softMargin ? 'soft' : values.margin),
  idle: (values) => (values.softMargin ? ['margin'] : []),
  refuses: () => undefined,
  create: (setup) => createTripletSum({ ...setup, margin: marginOf(setup) }),
  countValid: (classes) => countBatch(classes).validTriplets,
  collapse: (values) => ({
    ...(values.softMargin
      ? { name: 'ln 2', words: 'ln 2', height: Math.LN2 }
      : { name: 'margin', words: 'the margin', height: values.margin }),
    remedy: 'Another miner, margin or seed may escape it.',
  }),
  items,
  pytorch: ({ values, distance, reducer }) => ({
    constants: `MARGIN = ${pythonFloat(values.margin)}  # in units of the ${distance.name} distance`,
    usesDistance: true,
    definition: `loss_of_triplets = losses.TripletMarginLoss(
    ${values.softMargin ? 'margin=0.0, smooth_loss=True,  # ln(1 + exp(d_ap - d_an))' : 'margin=MARGIN,'}
    distance=distance,
    reducer=${reducer.pytorch.reducer},
)


def loss_of(embeddings, labels):
    return loss_of_triplets(embeddings, labels, mine(embeddings, labels))`,
  }),
});
