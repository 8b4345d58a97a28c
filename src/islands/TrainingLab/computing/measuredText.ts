import { formatNumber } from '#kit/figure/numberFormat.ts';
import type { BackendName } from '#training/compute/backends.ts';
import type { TrainingConfig } from '#training/config.ts';
import { type Computing, knownOf } from './computing.ts';

export const BACKEND_TITLES: Readonly<Record<BackendName, string>> = {
  wasm: 'WebAssembly',
  webgpu: 'WebGPU',
  webgl: 'WebGL',
  cpu: 'plain JavaScript',
};

/** What was measured for a network, the quickest first, in words. */
export function measuredText(computing: Computing, network: TrainingConfig['network']): string {
  const known = knownOf(computing, network);
  if (!known) return 'Not measured for this network yet.';
  const times = Object.entries(known.milliseconds)
    .toSorted(([, a], [, b]) => a - b)
    .map(
      ([name, time]) =>
        `${BACKEND_TITLES[name as BackendName]} ${formatNumber(time, time < 10 ? 1 : 0)} ms`,
    );
  return times.length > 0
    ? `A step takes here: ${times.join(', ')}.`
    : 'Nothing that was tried could train this network here.';
}
