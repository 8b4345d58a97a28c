import type { Buffers } from '#kernels/webgpu/buffers.ts';
import type { Bound } from '#kernels/webgpu/call.ts';
import { lossGradientCall } from '#kernels/webgpu/lossGradient.ts';
import { normaliseCall } from '#kernels/webgpu/normalise.ts';
import { reportWords } from '#kernels/webgpu/stepRecord.ts';
import { LARGEST_LOSS } from '../step.ts';
import type { CardLoss } from './cardLoss.ts';

export interface LossCallsOptions {
  readonly rows: number;
  readonly dims: number;
  /** How many steps there is room for in one submission. */
  readonly steps: number;
  readonly loss: CardLoss;
}

/** From the embeddings to the gradient with respect to them, and to what a step tells. */
export function lossCalls(
  { rows, dims, loss, steps }: LossCallsOptions,
  { embeddings, gradient }: { readonly embeddings: Bound; readonly gradient: Bound },
  { step, buffers }: { readonly step: Bound; readonly buffers: Buffers },
) {
  const shape = { rows, dims };
  const { divisions, divisor, measure } = loss;
  const points = divisions > 0 ? buffers.floats(rows * dims) : embeddings;
  const [slopes, tallies] = [buffers.floats(rows * rows), buffers.words(3 * rows)];
  const report = buffers.slots(steps, reportWords(rows * dims));
  const halted = buffers.words(1);
  const calls = [
    ...(divisions > 0 ? [normaliseCall({ embeddings, points }, shape)] : []),
    loss.slopes({ step, points, slopes, tallies }, shape),
    lossGradientCall(
      { embeddings, points, slopes, tallies, gradient, report, halted },
      { ...shape, divisions, divisor, measure, largestLoss: LARGEST_LOSS },
    ),
  ];
  return { calls, report, halted };
}
