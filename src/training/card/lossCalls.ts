import type { Buffers } from '#kernels/webgpu/buffers.ts';
import type { Bound } from '#kernels/webgpu/call.ts';
import { normaliseCall } from '#kernels/webgpu/normalise.ts';
import { reportWords } from '#kernels/webgpu/stepRecord.ts';
import { statisticsWords } from '#kernels/webgpu/views.ts';
import { LARGEST_LOSS } from '../step.ts';
import type { CardLoss } from './cardLoss.ts';
import type { LossShape } from './lossKernel.ts';

export interface LossCallsOptions extends LossShape {
  /** How many steps there is room for in one submission. */
  readonly steps: number;
  /** At most so many pairs of one class, ordered, are in a batch. */
  readonly pairs: number;
  readonly loss: CardLoss;
}

interface Ends {
  readonly embeddings: Bound;
  readonly gradient: Bound;
  /** Of the classes, under a loss that learns them. */
  readonly vectors: Bound | undefined;
}

/** From the embeddings to the gradients with respect to them and to what is learned, and to what a step tells. */
export function lossCalls(
  { rows, dims, classes, pairs, loss, steps }: LossCallsOptions,
  { embeddings, gradient, vectors = embeddings }: Ends,
  { step, buffers }: { readonly step: Bound; readonly buffers: Buffers },
) {
  const shape = { rows, dims, classes };
  const { divisions, divisor } = loss;
  const points = divisions > 0 ? buffers.floats(rows * dims) : embeddings;
  const slopes = buffers.floats(rows * Math.max(rows, classes, dims));
  const report = buffers.slots(
    steps,
    reportWords({ values: rows * dims, learned: classes * dims }),
  );
  const halted = buffers.words(2);
  const stream = buffers.words(loss.draws ? steps * pairs : 1);
  const draws = buffers.words(rows);
  const vectorGradient = buffers.floats(Math.max(1, classes * dims));
  const bound = {
    ...{ step, embeddings, points, vectors, slopes, tallies: buffers.words(3 * rows) },
    ...{ gradient, vectorGradient, report, halted, draws, stream },
    statistics: buffers.floats(statisticsWords(dims)),
  };
  const calls = [
    ...(divisions > 0 ? [normaliseCall({ embeddings, points }, shape)] : []),
    ...(loss.first ? [loss.first(bound, shape)] : []),
    loss.slopes(bound, shape),
    loss.gradient(bound, { ...shape, divisions, divisor, largestLoss: LARGEST_LOSS }),
  ];
  return { calls, report, halted, stream, vectorGradient };
}
