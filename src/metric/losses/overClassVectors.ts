import type { Batch } from '../batch.ts';
import type { Embeddings } from '../embeddings.ts';
import { normaliseRows } from '../normalise.ts';
import type { Parameters, ValuesOf } from '../parameter.ts';
import type { ClassLosses, OwnedSamples } from '../proxies/classSoftmax.ts';
import { normal } from '../random.ts';
import type { LossItems } from './items.ts';
import { asLoss, type BatchShape, type Loss } from './loss.ts';
import type { LossSetup } from './setup.ts';
import { minesNothing } from './minesNothing.ts';

/** What losses over class vectors do not share. */
interface OverClassVectors<Name extends string, Own extends Parameters> {
  readonly name: Name;
  readonly label: string;
  readonly about: string;
  readonly parameters: Own;
  readonly usual?: Loss['usual'];
  /** What samples cost among class vectors, raw rows both. Throws on values that it cannot compute with. */
  evaluate(samples: OwnedSamples, vectors: Embeddings, values: ValuesOf<Own>): ClassLosses;
  /** Where the loss stands once all samples and class vectors are one, by what is told of it. */
  rest(values: ValuesOf<Own>, classes: number): { readonly name: string; readonly height: number };
  /**
   * Its class, of pytorch_metric_learning.losses or as `defined`, and the arguments that its values are.
   */
  pytorch(values: ValuesOf<Own>): {
    readonly constants: string;
    readonly defined?: string;
    readonly loss: string;
  };
}

/** A batch with the place of each row's class among those that are trained on. */
function owned({ points, rows, dims, classes }: Batch, labels: readonly number[]): OwnedSamples {
  const places = classes.labels.map((label) => {
    const place = labels.indexOf(label);
    if (place < 0)
      throw new RangeError(
        `class ${label} has no vector: the classes that are trained on are ${labels.join(', ') || 'not known'}`,
      );
    return place;
  });
  return { values: points, rows, dims, own: classes.of.map((id) => places[id]!) };
}

function vectorsOf(
  [values]: readonly Float64Array[],
  { dims }: Batch,
  labels: readonly number[],
): Embeddings {
  if (!values) throw new RangeError('a loss over class vectors needs the class vectors');
  return { values, rows: labels.length, dims };
}

const row = ({ points, dims }: Batch, index: number) =>
  points.subarray(index * dims, (index + 1) * dims);

function cosine(a: Embeddings, b: Embeddings): number {
  const [u, v] = [normaliseRows(a), normaliseRows(b)];
  return u.reduce((sum, value, d) => sum + value * v[d]!, 0);
}

function itemsOf<Values>(
  evaluate: (samples: OwnedSamples, vectors: Embeddings, values: Values) => ClassLosses,
): LossItems<Values> {
  const measured = ({ values, labels, learned }: LossSetup<Values>, batch: Batch, at: number) => {
    const vectors = vectorsOf(learned, batch, labels);
    const { own } = owned(batch, labels);
    const place = own[at]!;
    const sample = { values: row(batch, at), rows: 1, dims: batch.dims, own: [place] };
    const found = evaluate(sample, vectors, values);
    const { dims } = batch;
    const mine = vectors.values.subarray(place * dims, (place + 1) * dims);
    const x = cosine(sample, { values: mine, rows: 1, dims });
    return { x, loss: found.losses[0]!, share: found.shares[place]!, gradient: found.gradient };
  };
  return {
    many: 'samples',
    roles: ['sample'],
    kinds: ['sample'],
    facts: ['cosine with its class vector', 'share of the softmax'],
    axes: {
      x: 'cosine with its class vector',
      y: 'loss',
      label: 'Samples by cosine and loss',
      alike: false,
    },
    note: 'Each dot is a sample, at the cosine with the vector of its class and with its loss: minus the logarithm of the share that this class has in a softmax over all.',
    abound: false,
    visit(setup, batch, _random, visit) {
      for (let at = 0; at < batch.rows; at++) {
        const { x, loss } = measured(setup, batch, at);
        visit({ rows: [at], kind: 'sample', x, y: loss });
      }
    },
    measure(setup, batch, [at = 0]) {
      const { x, loss, share, gradient } = measured(setup, batch, at);
      return {
        kind: 'sample',
        x,
        y: loss,
        loss,
        gradient,
        facts: (told) => [told(x), told(share)],
        formula: (told) => `−ln ${told(share)}`,
      };
    },
  };
}

/**
 * Of the numbers that class vectors begin with, as in InsightFace's code; pytorch-metric-learning has 1.
 * A loss of cosines sees directions only, and Adam's steps are as long for a long vector as for a
 * short one, which they turn sooner.
 */
const DEVIATION = 0.01;

/** Labels as places among the class vectors, where they are not so already. */
const placesOf = (labels: readonly number[]) =>
  labels.every((label, place) => label === place)
    ? 'labels'
    : 'torch.searchsorted(torch.tensor(CLASSES, device=DEVICE), labels)';

const collapseWords = (name: string, { p, classCount = p }: BatchShape) =>
  `${name} for C = ${classCount} classes, where all samples and class vectors are one direction`;

/**
 * A loss that compares each sample with one learned vector for each class, and so has nothing to mine:
 * it sums over the samples of a batch, whatever their classes. Class vectors begin as random directions,
 * and short. A sample of a class that is not trained on is refused.
 */
export const overClassVectors = <const Name extends string, Own extends Parameters>({
  evaluate,
  rest,
  pytorch,
  ...told
}: OverClassVectors<Name, Own>) =>
  asLoss<Name, Own>({
    usual: {},
    ...told,
    takesDistance: false,
    needsClasses: `${told.label} has a learned vector for each class: it needs batches of classes, not of views`,
    refuses: minesNothing(
      `${told.label} compares each sample with the vectors of all classes, and has nothing to mine`,
    ),
    create:
      ({ values, labels }) =>
      (batch, _random, learned) => {
        const vectors = vectorsOf(learned, batch, labels);
        const { losses, gradient, vectorGradient } = evaluate(
          owned(batch, labels),
          vectors,
          values,
        );
        return {
          sum: losses.reduce((sum, loss) => sum + loss, 0),
          selected: losses.length,
          active: losses.filter((loss) => loss > 0).length,
          gradient,
          learnedGradients: [vectorGradient],
        };
      },
    countValid: ({ of }) => of.length,
    learns: ({ labels, dims }, random) => [
      {
        name: 'class vectors',
        shape: [labels.length, dims],
        values: Float32Array.from(
          { length: labels.length * dims },
          () => DEVIATION * normal(random),
        ),
      },
    ],
    collapse: (values, batch) => {
      const { name, height } = rest(values, batch.classCount ?? batch.p);
      return {
        name,
        words: collapseWords(name, batch),
        height,
        remedy: 'Another scale, learning rate or seed may escape it.',
      };
    },
    items: itemsOf(evaluate),
    pytorch: ({ values, reducer, dims, labels }) => {
      const { constants, defined = '', loss } = pytorch(values);
      return {
        constants,
        usesDistance: false,
        module: 'loss_of_samples',
        definition: `${defined}loss_of_samples = ${loss}
    num_classes=${labels.length},
    embedding_size=${dims},
    reducer=${reducer.pytorch.reducer},
).to(DEVICE)


def loss_of(embeddings, labels):
    return loss_of_samples(embeddings, ${placesOf(labels)})`,
      };
    },
  });
