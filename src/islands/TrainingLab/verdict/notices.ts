import { formatCount, formatNumber } from '#kit/figure/numberFormat.ts';
import type { Acceleration } from '#training/compute/backends.ts';
import type { TrainingConfig } from '#training/config.ts';
import { marginOf, minerOf, plateauOf } from '#training/settings/choices.ts';
import type { History } from '#training/run/history.ts';
import type { Failure } from '#training/service/contract.ts';
import { evenStd } from '../curves/evenStd.ts';
import type { Passage } from './passage.ts';

/** What went wrong, that nothing is lost, and what to do. */
export function failureText({ kind, reason }: Failure): string {
  const plain = reason.replace(/\.$/, '');
  switch (kind) {
    case 'download':
      return `${plain}.`;
    case 'settings':
      return `These settings cannot be trained with: ${plain}.`;
    case 'backend':
      return `${plain}. The curves so far are kept.`;
    case 'diverged':
      return `The run has diverged: ${plain}. The curves up to there are kept. A smaller learning rate helps.`;
    case 'worker':
      return `${plain}. The curves so far are kept; the same run can begin again from its seed.`;
  }
}

export function fallbackText(fallbacks: readonly string[], backend: string): string {
  return `Not every way of computing worked: ${fallbacks.join(', ')}. The run goes on with ${backend}, from step 0.`;
}

/** What may be done once the settings are no longer those of the run. */
export function changedText(inMidRun: boolean, withItsNetwork: boolean): string {
  const start = 'The settings have changed: Run begins a new run with them';
  if (inMidRun)
    return `${start}, from chance; or this one goes on under them from the step it is at.`;
  return withItsNetwork
    ? `${start}, from chance; or the network goes on under them from where it is.`
    : `${start}.`;
}

/** Which kernels compute, or why the fast ones do not. */
export function kernelsText(acceleration: Acceleration): string {
  if (acceleration.kernels === undefined)
    return `The article’s own kernels do not run here (${acceleration.reason.replace(/\.$/, '')}). The framework’s own compute instead: the same results, several times slower.`;
  const kernels =
    acceleration.kernels === 'relaxed-simd'
      ? 'Computed by the article’s own kernels, in SIMD with fused multiply-adds.'
      : 'Computed by the article’s own kernels, in plain SIMD: this browser has no fused multiply-adds.';
  return acceleration.workers ? `${kernels} Two workers take half of each batch.` : kernels;
}

/** Why a loss that has settled on its plateau is no success, and what may help. */
export function collapseText(config: TrainingConfig, { evaluations }: History): string {
  const { words, remedy } = plateauOf(config);
  const std = evaluations.at(-1)?.coordinateStd;
  return [
    `Collapsed. Every digit has moved to almost the same place, so all distances are alike and the loss stands at ${words}.`,
    ...(std === undefined ? [] : [`${stdText(config, std)}.`]),
    minerOf(config).afterCollapse ?? remedy,
  ].join(' ');
}

/** How much a coordinate varies, beside what it would all over the sphere. */
const stdText = (config: TrainingConfig, std: number): string =>
  `A coordinate varies by ${formatNumber(std, 3)}, where all over the sphere it would by 1/√${config.dims} = ${formatNumber(evenStd(config), 3)}`;

/** The loss of a collapse, of a cloud that has not collapsed. */
export function unalignedText(config: TrainingConfig, { evaluations }: History): string {
  const std = evaluations.at(-1)?.coordinateStd ?? 0;
  return `No collapse, though the loss stands at ${plateauOf(config).words}. ${stdText(config, std)}: the cloud is spread out, and positives are no nearer than negatives.`;
}

/** The same of a run in which neighbours are still of a kind. */
export function smallText(config: TrainingConfig): string {
  if (marginOf(config) === undefined)
    return `Small, but in order. The cloud is a small part of what it could be, so all similarities are alike and the loss stands at ${plateauOf(config).words}; k-NN accuracy is high all the same, as it only asks who is nearest.`;
  return `Small, but in order. The spread is far below the length of the margin, so the loss stands at ${plateauOf(config).words}; k-NN accuracy is high all the same, as it only asks who is nearest. Watch d_an/d_ap of the hardest triplets under “More curves”: while it is below 1, they shrink the cloud further.`;
}

/** What has become of a cloud that was small. */
export const PASSED: Readonly<Record<Passage, string>> = {
  turned:
    'It has turned. d_an/d_ap of the hardest triplets has passed 1 while the cloud was small, so the same forces now let it grow.',
  through:
    'Through the eye of the needle: the cloud shrank, sorted itself while it was small, and has grown larger than the margin again.',
};

/** What is shown before the reader's own run. */
export function recordedText(
  { steps, evaluations }: History,
  { seed }: Pick<TrainingConfig, 'seed'>,
): string {
  const count = formatCount(steps.at(-1)!.step);
  const accuracy = (100 * evaluations.at(-1)!.knnAccuracy).toFixed(1);
  return `A recorded run: ${count} steps, seed ${seed}, k-NN accuracy ${accuracy} %.`;
}

/** A rescue was asked for where nothing has collapsed. */
export const AWAITED =
  'First it has to collapse: once every digit lies in almost the same place, mining changes to batch-all and the run goes on.';
