import type { Buffers } from '#kernels/webgpu/buffers.ts';
import type { Bound, Call } from '#kernels/webgpu/call.ts';
import { gatherCall } from '#kernels/webgpu/gather.ts';
import { recordWords } from '#kernels/webgpu/stepRecord.ts';
import type { Samples } from '#data/dataset.ts';
import type { PlannedLayer } from '../network/networkPlan.ts';
import type { Changes } from '../augmentations/entry.ts';
import type { ImageSize } from '../augmentations/imageSize.ts';
import { changesImages, gatherChanges } from './cardImages.ts';
import { cardNetwork } from './cardNetwork.ts';
import type { CardOptimiser } from './cardOptimiser.ts';
import { lossCalls, type LossCallsOptions } from './lossCalls.ts';

interface ProgramOptions extends LossCallsOptions {
  readonly images: Samples['images'];
  readonly size: ImageSize;
  readonly augmentation: Changes;
  readonly plan: readonly PlannedLayer[];
  readonly optimiser: CardOptimiser;
  /** What the network learns, and what the optimiser remembers of each. */
  readonly variables: readonly Bound[];
  readonly memories: readonly (readonly Bound[])[];
  /** The class vectors that the loss learns, if any, and what is remembered of them. */
  readonly vectors: Bound | undefined;
  readonly vectorMemory: readonly Bound[];
}

/** A whole step as the calls that it is made of, in their order, and the buffers that lead in and out. */
export interface Program {
  readonly calls: readonly Call[];
  readonly step: Required<Bound>;
  readonly report: Required<Bound>;
  readonly halted: Bound;
  /** What the miner is to draw in all steps of a go, in turn: see DrawBuffers. */
  readonly stream: Bound;
}

/** A training step on the card: gather, forward, loss, backward, update. */
export function programOf(options: ProgramOptions, buffers: Buffers): Program {
  const { rows, steps, images, augmentation, plan, optimiser, variables, memories, vectors } =
    options;
  const { height, width } = options.size;
  const step = buffers.slots(steps, recordWords(rows, changesImages(augmentation)));
  const inputs = buffers.floats(rows * height * width);
  const network = cardNetwork(plan, { rows, inputs, variables, buffers });
  const { values: embeddings, gradient } = network.embeddings;
  const loss = lossCalls(options, { embeddings, gradient, vectors }, { step, buffers });
  const { report, halted, stream, vectorGradient } = loss;
  const updates = network.learned.map((learned, index) =>
    optimiser.updateCall({ ...learned, step, halted, memory: memories[index]!, group: 0 }),
  );
  if (vectors) {
    const count = options.classes * options.dims;
    const whole = { gradient: vectorGradient, count, from: 0, partSize: count, parts: 1 };
    updates.push(
      optimiser.updateCall({
        ...whole,
        ...{ step, halted, variable: vectors, memory: options.vectorMemory, group: 1 },
      }),
    );
  }
  const gather = gatherCall(
    { images: buffers.holding(images), step, inputs },
    { rows, height, width },
    gatherChanges(augmentation, buffers),
  );
  return {
    calls: [gather, ...network.forward, ...loss.calls, ...network.backward, ...updates],
    ...{ step, report, halted, stream },
  };
}
