import { createBatchLoss } from '#metric/batchLoss.ts';
import { losses, type LossName } from '#metric/losses/registry.ts';
import { createRandom } from '#metric/random.ts';
import { batchLossConfig } from '#training/config.ts';
import { withLoss } from '#training/settings/choices.ts';
import { DEFAULT_CONFIG } from '#training/settings/table.ts';
import { measure } from './measure.ts';
import type { Group, Measured, Row } from './report.ts';

/** Batches of so many images of each of ten classes, in so many dimensions. */
const CLASSES = 10;
const IMAGES = [12, 50];
const DIMS = 32;

/** A batch of random points, and what each loss learns as it begins. */
function lossRow(loss: LossName, k: number): Row {
  const random = createRandom(1);
  const rows = CLASSES * k;
  const values = Float32Array.from({ length: rows * DIMS }, () => 2 * random() - 1);
  const groups = Array.from({ length: rows }, (_, row) => Math.floor(row / k));
  const labels = Array.from({ length: CLASSES }, (_, label) => label);
  const config = { ...DEFAULT_CONFIG, ...withLoss(DEFAULT_CONFIG, loss), normalise: true };
  const evaluate = createBatchLoss({ ...batchLossConfig(config), labels });
  const entry = losses.get(loss)!;
  const learned = (entry.learns?.({ labels, dims: DIMS }, random) ?? []).map((array) =>
    Float64Array.from(array.values),
  );
  return measure(loss, entry.label, () =>
    evaluate({ values, rows, dims: DIMS }, groups, random, learned),
  );
}

/** Loss and gradient of a batch in Node, of every loss with its defaults, beside batch-all's triplets. */
export async function benchLosses(): Promise<Measured> {
  const groups = IMAGES.map(
    (k): Group => ({
      id: `losses-${CLASSES * k}`,
      title: `Losses on a batch of ${CLASSES} × ${k}, ${DIMS} dimensions`,
      rows: [...losses.keys()].map((loss) => lossRow(loss, k)),
    }),
  );
  return {
    heading: 'Losses',
    groups,
    remarks: ['Each loss has its default parameters and all that a batch offers: no miner.'],
  };
}
