import { softMargin } from '#kernels/webgpu/marginTerms.ts';
import {
  type CardMeasure,
  innerProduct,
  minusDistance,
  minusSquared,
} from '#kernels/webgpu/measure.ts';
import { multiSimilarityCall } from '#kernels/webgpu/multiSimilarity.ts';
import { byClass, firstOfEach } from '#kernels/webgpu/softmaxes.ts';
import { softmaxPairsCall, unbounded } from '#kernels/webgpu/softmaxPairs.ts';
import { supConCall } from '#kernels/webgpu/supCon.ts';
import { lookUp } from '#metric/lookUp.ts';
import { similarities } from '#metric/similarities/registry.ts';
import type { TrainingConfig } from '../config.ts';
import { minerOf } from '../settings/choices.ts';
import type { LossKernel } from './lossKernel.ts';
import { pairKernel, type SlopesCall } from './pairKernel.ts';

const MEASURES: ReadonlyMap<string, CardMeasure> = new Map([
  ['cosine', innerProduct],
  ['dot', innerProduct],
  ['negative-plain', minusDistance],
  ['negative-squared', minusSquared],
]);

interface Chosen {
  readonly slopes: SlopesCall;
  readonly values: readonly number[];
}

const pairs =
  (options: Parameters<typeof softmaxPairsCall>[2]): SlopesCall =>
  (buffers, shape) =>
    softmaxPairsCall(buffers, shape, options);

const KERNELS: readonly [string, (config: TrainingConfig) => Chosen][] = [
  [
    'nt-xent',
    ({ temperature }) => ({
      slopes: pairs({ candidates: byClass, term: softMargin }),
      values: [temperature],
    }),
  ],
  [
    'decoupled',
    ({ temperature }) => ({
      slopes: pairs({ candidates: byClass, term: unbounded }),
      values: [temperature],
    }),
  ],
  [
    'info-nce',
    ({ temperature, symmetric }) => ({
      slopes: pairs({ candidates: firstOfEach(symmetric), term: softMargin }),
      values: [temperature],
    }),
  ],
  [
    'n-pair',
    () => ({ slopes: pairs({ candidates: firstOfEach(false), term: softMargin }), values: [1] }),
  ],
  [
    'sup-con',
    ({ temperature, baseTemperature }) => ({
      slopes: supConCall,
      values: [temperature, baseTemperature],
    }),
  ],
  [
    'multi-similarity',
    ({ positiveScale, negativeScale, similarityBase, pairMining, miningSlack }) => ({
      slopes: (buffers, shape) => multiSimilarityCall(buffers, shape, { mines: pairMining }),
      values: [positiveScale, negativeScale, similarityBase, miningSlack],
    }),
  ],
];

const ofSimilarities =
  (kernelOf: (config: TrainingConfig) => Chosen) =>
  (config: TrainingConfig): LossKernel | undefined => {
    const measure = MEASURES.get(config.similarity);
    if (!measure || !minerOf(config).takesAll) return undefined;
    const { ofUnitRows } = lookUp(similarities, 'similarity', config.similarity);
    const { slopes, values } = kernelOf(config);
    return { ...pairKernel({ slopes }, measure), ofUnitRows, values };
  };

/** The losses of similarities that learn nothing besides, by name. */
export const similarityLosses = KERNELS.map(
  ([name, kernelOf]) => [name, ofSimilarities(kernelOf)] as const,
);
