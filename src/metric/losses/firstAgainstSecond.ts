import type { Classes } from '../classes.ts';
import type { Reducer } from '../reducers/reducer.ts';
import { anchorSoftmax, SUP_CON } from '../softmax/anchorSoftmax.ts';
import { itemsOfSimilarities, toldByShare } from './similarityItems.ts';
import { type SimilarityRule, type SimilarityValues, similarityOf } from './similarityLoss.ts';

/** A batch of pairs: the first two rows of each class, in the order of the classes. */
const pairsOf = ({ members }: Classes): readonly Int32Array[] =>
  members.filter(({ length }) => length > 1);

/** How many classes of a batch have two rows. */
export const countPairs = (classes: Classes): number => pairsOf(classes).length;

interface Setup<Values> {
  readonly temperatureOf: (values: Values) => number;
  readonly isSymmetric: (values: Values) => boolean;
}

/**
 * A term for the first row of each class with the second: the second's share of a softmax over the
 * second rows of all classes. Where it is symmetric, one for each second row as well, among the first.
 */
export function firstAgainstSecond<Values>({
  temperatureOf,
  isSymmetric,
}: Setup<Values>): SimilarityRule<Values> {
  const sideOf = ({ of, members }: Classes, anchor: number) =>
    members[of[anchor]!]!.indexOf(anchor);
  return {
    partners(classes, anchor, values) {
      const own = classes.members[classes.of[anchor]!]!;
      const side = sideOf(classes, anchor);
      if (own.length < 2 || side > (isSymmetric(values) ? 1 : 0)) return [];
      return [own[1 - side]!];
    },
    open({ classes, anchor, alike, values, weights }) {
      const other = 1 - sideOf(classes, anchor);
      const candidates = pairsOf(classes).map((rows) => rows[other]!);
      const temperature = temperatureOf(values);
      return {
        place: (row) => alike[row]!,
        take(row) {
          const logits = alike.map((value) => value / temperature);
          const slopes = new Float64Array(alike.length);
          const negatives = candidates.filter((each) => each !== row);
          const { loss } = anchorSoftmax(logits, { positives: [row], negatives }, SUP_CON, slopes);
          for (const each of candidates) weights[each]! += slopes[each]! / temperature;
          return loss;
        },
      };
    },
  };
}

/** What there is to see of each pair. */
export const itemsOfPairs = <Values extends SimilarityValues>(rule: SimilarityRule<Values>) =>
  itemsOfSimilarities(
    rule,
    {
      many: 'pairs',
      roles: ['anchor', 'positive'],
      facts: ['similarity', 'share of the softmax'],
      x: 'similarity',
      label: 'Pairs by similarity and loss',
      note: 'Each dot is the first sample of a class with the second, at their similarity and with their loss: minus the logarithm of the share that the second has in a softmax over the second samples of all classes.',
    },
    toldByShare,
  );

/** What it reads like in PyTorch: `loss_of`, with logits as the expression says. */
export const firstAgainstSecondInPytorch = (
  values: SimilarityValues,
  { pytorch }: Reducer,
  isSymmetric: boolean,
): string => `similarity = ${similarityOf(values).pytorch}


def first_two_of_each(labels):
    rows = [torch.where(labels == label)[0][:2] for label in labels.unique()]
    return torch.stack([pair for pair in rows if len(pair) == 2]).T


def loss_of(embeddings, labels):
    first, second = first_two_of_each(labels)
    values = similarity(embeddings[first], embeddings[second])
    logits = (values if similarity.is_inverted else -values) / TEMPERATURE
    own = torch.arange(len(first), device=logits.device)
    losses = nn.functional.cross_entropy(logits, own, reduction="none")${
      isSymmetric
        ? `
    back = nn.functional.cross_entropy(logits.T, own, reduction="none")
    losses = torch.cat([losses, back])`
        : ''
    }
    return ${pytorch.overLosses}`;
