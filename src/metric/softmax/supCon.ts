import { checkLabels, type Embeddings } from '../embeddings.ts';
import { type SoftmaxForm, SUP_CON } from './anchorSoftmax.ts';
import { type ContrastLoss, contrast } from './meanOverAnchors.ts';
import { similarityMatrix } from './similarityMatrix.ts';
import { checkTemperature } from './temperature.ts';
import { ofItself, othersOf, stackViews, unstack } from './views.ts';

interface SupConOptions extends Partial<SoftmaxForm> {
  readonly temperature: number;
  /** The loss is multiplied by temperature / baseTemperature. Default: the temperature, which leaves it as it is. */
  readonly baseTemperature?: number;
  /** Of the samples. Without them the positives of a row are the other views of its sample. */
  readonly labels?: ArrayLike<number>;
  /** The rows of all views, or only those of the first, against all. Default: all. */
  readonly anchors?: 'all' | 'first view';
  /** Whether an anchor without a positive counts as 0 or not at all. Default: as 0 (SupContrast). */
  readonly lonely?: 'kept' | 'dropped';
  /** Whether rows are divided by their length first. Default: yes. */
  readonly ofUnitRows?: boolean;
}

/** Anchors are rows of the views, one view after another; candidates are all rows of all views. */
interface SupConLoss extends ContrastLoss {
  /** ∂loss/∂each view. */
  readonly gradients: readonly Float64Array[];
  /** How many positives each anchor has. */
  readonly positives: readonly number[];
}

/** ∂/∂similarity of the anchors that there are, as rows of a whole matrix. */
function padded(slopes: Float64Array, size: number): Float64Array {
  const all = new Float64Array(size);
  all.set(slopes);
  return all;
}

/**
 * The supervised contrastive loss (Khosla et al. 2020) of one or several views, row i of each of
 * sample i: every row asks for its positives in a softmax over all other rows. By default all
 * positives are in the denominator and the mean over them is taken outside the logarithm (L_out).
 * Of two views without labels it is NT-Xent. SupContrast multiplies it by T / 0.07 unless told
 * otherwise; pytorch-metric-learning drops anchors without a positive. Nothing to compare costs 0.
 * O(B² D) time and O(B D + B²) memory for B rows. Throws on views of different shapes, and labels that
 * are not as many as samples.
 */
export function supCon(views: readonly Embeddings[], options: SupConOptions): SupConLoss {
  const {
    temperature,
    baseTemperature = temperature,
    anchors = 'all',
    ofUnitRows = true,
  } = options;
  checkTemperature(temperature);
  checkTemperature(baseTemperature, 'base temperature');
  const all = stackViews(views);
  const samples = all.rows / views.length;
  const labels = options.labels ?? Array.from({ length: samples }, (_, sample) => sample);
  checkLabels(labels);
  if (labels.length !== samples)
    throw new RangeError(`${samples} samples need as many labels, not ${labels.length}`);
  const groupOf = Array.from({ length: all.rows }, (_, row) => labels[row % samples]!);
  const candidates = Array.from({ length: anchors === 'all' ? all.rows : samples }, (_, row) =>
    othersOf(groupOf)(row),
  );
  const matrix = similarityMatrix(all, all, { ofUnitRows });
  const { rows, columns, values } = matrix;
  const asked = {
    rows: candidates.length,
    columns,
    values: values.subarray(0, candidates.length * columns),
  };
  const found = contrast(
    asked,
    1 / temperature,
    (row) =>
      options.lonely === 'dropped' && candidates[row]!.positives.length === 0
        ? undefined
        : candidates[row],
    { ...SUP_CON, ...options },
  );
  const factor = temperature / baseTemperature;
  const slopes = found.slopes.map((slope) => factor * slope);
  const gradient = ofItself(matrix.gradients(padded(slopes, rows * columns)));
  return {
    loss: factor * found.loss,
    perAnchor: found.perAnchor.map((loss) => factor * loss),
    slopes,
    scaleSlope: factor * found.scaleSlope,
    shares: found.shares,
    gradients: unstack(gradient, views.length),
    positives: candidates.map(({ positives }) => positives.length),
  };
}

/**
 * NT-Xent of two views (SimCLR, Chen et al. 2020): each of the 2N rows asks for the other view of its
 * sample among the 2N − 1 others, both views alike; the mean over all 2N. google-research/simclr adds
 * the two views' means instead: twice as much. A single sample costs 0. As `supCon` otherwise.
 */
export const ntXentOfViews = (
  one: Embeddings,
  other: Embeddings,
  options: Pick<SupConOptions, 'temperature' | 'ofUnitRows'>,
): SupConLoss => supCon([one, other], options);
