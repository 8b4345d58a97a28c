import type { Dataset } from '#data/dataset.ts';
import type { Embeddings } from '#metric/embeddings.ts';
import { knnAccuracy } from '#metric/evaluation/knn.ts';
import { createRandom } from '#metric/random.ts';
import { createPKSampler } from '#metric/samplers/pk.ts';

/** So many labels a class are known. */
export const LABELS = [1, 5, 10, 50] as const;
const DRAWS = 20;
const SEED = 2000;

const pick = ({ values, dims }: Embeddings, rows: Int32Array): Embeddings => {
  const picked = new Float32Array(rows.length * dims);
  rows.forEach((row, place) => {
    picked.set(values.subarray(row * dims, (row + 1) * dims), place * dims);
  });
  return { values: picked, rows: rows.length, dims };
};

/**
 * Accuracy on the held-out digits where only a few training digits of each class have a label: the
 * nearest of those decides. The mean over draws of them, for each number of labels.
 */
export function fewLabelAccuracy(
  { training, heldOut }: Dataset,
  embedded: { readonly training: Embeddings; readonly heldOut: Embeddings },
) {
  const random = createRandom(SEED);
  const p = new Set(training.labels).size;
  return LABELS.map((perClass) => {
    const draw = createPKSampler({ labels: training.labels, p, k: perClass, random });
    const accuracies = Array.from({ length: DRAWS }, () => {
      const rows = draw();
      return knnAccuracy({
        reference: pick(embedded.training, rows),
        referenceLabels: rows.map((row) => training.labels[row]!),
        query: embedded.heldOut,
        queryLabels: heldOut.labels,
        k: 1,
      });
    });
    return { perClass, accuracy: accuracies.reduce((sum, each) => sum + each) / DRAWS };
  });
}
