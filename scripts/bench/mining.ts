import { add, expandDims, relu, square, sub, sum, tensor2d, tidy } from '@tensorflow/tfjs';
import { createBatchLoss } from '#metric/batchLoss.ts';
import type { Embeddings } from '#metric/embeddings.ts';
import { leaveOneOutKnnAccuracy } from '#metric/evaluation/knn.ts';
import { recallAtK } from '#metric/evaluation/recall.ts';
import { createRetrievalPass } from '#metric/evaluation/retrievalPass.ts';
import type { MinerName } from '#metric/miners/registry.ts';
import { createRandom } from '#metric/random.ts';
import { useNodeBackend } from '#support/nodeBackend.ts';
import { measure } from './measure.ts';
import { plainLoops } from './mining/plainLoops.ts';
import type { Group, Measured, Row } from './report.ts';

const SIZES = [32, 64, 128, 256, 512, 1024, 2048, 4096];
/** Beyond it the tensor of all triplets takes seconds, and soon no memory is enough. */
const LARGEST_TENSOR = 256;
const CLASSES = 8;
const MARGIN = 0.5;
/** As many as are held out in the lab. */
const JUDGED = 2000;
const NEIGHBOURS = 5;
/** Of one piece, as the lab's run takes them; see src/training/run/run.ts. */
const QUERIES = 10;
const QUERY_STRIDE = 4;

/** Points of any kind: random in the square, and of so many classes in turn. */
function anyPoints(rows: number, classes: number): { embeddings: Embeddings; labels: number[] } {
  const random = createRandom(1);
  const values = Float32Array.from({ length: 2 * rows }, () => 2 * random() - 1);
  return {
    embeddings: { values, rows, dims: 2 },
    labels: Array.from({ length: rows }, (_, row) => row % classes),
  };
}

/**
 * Batch-all over a tensor of all triplets, as it is usually written: the loss alone, without even
 * the masks and the gradient that ours includes.
 */
function tensorLoss({ values, rows, dims }: Embeddings): number {
  return tidy(() => {
    const points = tensor2d(Float32Array.from(values), [rows, dims]);
    const distances = sum(square(sub(expandDims(points, 0), expandDims(points, 1))), 2);
    const hinges = relu(add(sub(expandDims(distances, 2), expandDims(distances, 1)), MARGIN));
    return sum(hinges).dataSync()[0]!;
  });
}

function minerRow(miner: MinerName, embeddings: Embeddings, labels: readonly number[]): Row {
  const loss = createBatchLoss({
    loss: 'triplet',
    distance: 'squared',
    normalise: false,
    miner,
    reducer: 'mean-nonzero',
    margin: MARGIN,
  });
  const random = createRandom(1);
  return measure(miner, `ours, ${miner}`, () => loss(embeddings, labels, random));
}

/** What the lab's run asks of its held-out points: at once, and what it asks in pieces. */
function judgingGroup(): Group {
  const { embeddings, labels } = anyPoints(JUDGED, 10);
  const begin = (stride: number) => createRetrievalPass(embeddings, labels, stride);
  let pass = begin(QUERY_STRIDE);
  return {
    id: 'judging',
    title: `Judging ${JUDGED.toLocaleString('en')} points`,
    rows: [
      measure('recall-1', 'recall@1', () => recallAtK(embeddings, labels, 1)),
      measure('knn-accuracy', `kNN accuracy, ${NEIGHBOURS} neighbours`, () =>
        leaveOneOutKnnAccuracy(embeddings, labels, NEIGHBOURS),
      ),
      measure('retrieval-piece', `MAP@R and R-precision, a piece of ${QUERIES} queries`, () => {
        if (pass.advance(QUERIES)) pass = begin(QUERY_STRIDE);
      }),
      measure(
        'retrieval-sampled',
        `MAP@R and R-precision, every ${QUERY_STRIDE}th point asks`,
        () => begin(QUERY_STRIDE).advance(JUDGED),
      ),
      measure('retrieval', 'MAP@R and R-precision, every point asks', () =>
        begin(1).advance(JUDGED),
      ),
    ],
  };
}

/**
 * Loss and gradient of a batch in Node, against plain loops and a tensor of all triplets; and the
 * judgement of an embedding.
 */
export async function benchMining(): Promise<Measured> {
  await useNodeBackend('wasm');
  const mining = SIZES.map((rows) => {
    const { embeddings, labels } = anyPoints(rows, CLASSES);
    return {
      id: `batch-${rows}`,
      title: `Mining a batch of ${rows}, ${CLASSES} classes`,
      rows: [
        measure('plain-loops', 'three plain loops', () => plainLoops(embeddings, labels, MARGIN)),
        ...(rows <= LARGEST_TENSOR
          ? [
              measure('tensor', 'TensorFlow.js (wasm), [B, B, B], loss only', () =>
                tensorLoss(embeddings),
              ),
            ]
          : []),
        minerRow('batch-all', embeddings, labels),
        minerRow('batch-hard', embeddings, labels),
        minerRow('semi-hard', embeddings, labels),
      ],
    };
  });
  return { heading: 'Mining and judging', groups: [...mining, judgingGroup()] };
}
