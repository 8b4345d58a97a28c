import { backend, type Tensor } from '@tensorflow/tfjs-core';
import type { Dataset } from '#data/dataset.ts';
import { bufferOf, type WebgpuBackend } from '#kernels/webgpu/backend.ts';
import { withBuffers } from '#kernels/webgpu/buffers.ts';
import { type Bound, prepareCalls } from '#kernels/webgpu/call.ts';
import { reportWords } from '#kernels/webgpu/stepRecord.ts';
import { lookUp } from '#metric/lookUp.ts';
import { createAugmentation } from '../augmentations/registry.ts';
import type { TrainingConfig } from '../config.ts';
import type { Criterion } from '../criterion.ts';
import type { Network } from '../network/network.ts';
import type { Optimiser } from '../optimisers/optimiser.ts';
import { changesImages } from './cardImages.ts';
import { cardLossOf } from './cardLoss.ts';
import { cardOptimisers } from './cardOptimiser.ts';
import { batchRows, planOf } from './known.ts';
import { programOf } from './program.ts';

export interface CardOptions {
  readonly network: Network;
  readonly optimiser: Optimiser;
  readonly criterion: Criterion;
  readonly data: Dataset;
}

/** At most so many steps go into one submission, and so many bytes of what they tell. */
const MOST_STEPS = 64;
const MOST_BYTES = 2 ** 22;

/** The buffers of what network and loss learn and optimisers remember, on the current backend. */
export function learnedBuffers({ network, optimiser, criterion }: CardOptions, gpu: WebgpuBackend) {
  const bound = (tensor: Tensor): Bound => ({ buffer: bufferOf(gpu, tensor), type: 'f32' });
  // A loss learns vectors for classes or nothing.
  const [vectors] = criterion.learned.variables;
  return {
    variables: network.parameters.map(({ variable }) => bound(variable)),
    memories: optimiser.memories.map((memory) => memory.map(bound)),
    vectors: vectors && bound(vectors),
    vectorMemory: (criterion.learned.optimiser.memories[0] ?? []).map(bound),
  };
}

export const buffersIn = ({
  variables,
  memories,
  vectors,
  vectorMemory,
}: ReturnType<typeof learnedBuffers>) =>
  [...variables, ...memories.flat(), ...(vectors ? [vectors] : []), ...vectorMemory].map(
    ({ buffer }) => buffer,
  );

export type CardParts = Awaited<ReturnType<typeof makeParts>>;

/**
 * What a card's steps are made of, for a configuration that is known, on the current backend. Rejects
 * when the card has no memory left or does not take a kernel.
 */
export async function makeParts(config: TrainingConfig, options: CardOptions) {
  const gpu = backend() as WebgpuBackend;
  const { device } = gpu;
  const { dims } = config;
  const { height, width, training } = options.data;
  const learned = learnedBuffers(options, gpu);
  const rows = batchRows(config);
  const classes = options.criterion.learned.variables[0]?.shape[0] ?? 0;
  const shape = { values: rows * dims, learned: classes * dims };
  const loss = cardLossOf(config)!;
  const pairs = rows * (config.k - 1);
  const bytesOfStep = 4 * (reportWords(shape) + (loss.draws ? pairs : 0));
  const steps = Math.max(1, Math.min(MOST_STEPS, Math.floor(MOST_BYTES / bytesOfStep)));
  const augmentation = createAugmentation(config.augmentation, options.data, config);
  const { buffers, made } = await withBuffers(device, async (kept) => {
    const program = programOf(
      {
        rows,
        dims,
        classes,
        pairs,
        steps,
        size: { height, width },
        images: training.images,
        augmentation,
        plan: planOf(config, options.data),
        loss,
        optimiser: lookUp(cardOptimisers, 'optimiser', config.optimiser),
        ...learned,
      },
      kept,
    );
    const told = kept.readable(steps * program.report.slot);
    return { program, told, calls: await prepareCalls(device, program.calls) };
  });
  return {
    gpu,
    buffers,
    steps,
    shape,
    draws: loss.draws ? pairs : 0,
    hasChanges: changesImages(augmentation),
    learned: buffersIn(learned),
    ...made,
  };
}
