import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Row } from '../report.ts';
import { type BenchNetworkName, benchNetworks } from './benchNetworks.ts';
import type { Torch } from './findTorch.ts';

const SCRIPT = fileURLToPath(new URL('./torchStep.py', import.meta.url));
const THREADS = [1, 2];

interface Step {
  readonly network: BenchNetworkName;
  readonly batch: readonly [p: number, k: number];
  readonly threads: number;
  /** The loss is that of all triplets over a [B, B, B] tensor, else a mean of the embedding. */
  readonly triplets: boolean;
}

export function torchStepTimes(
  python: string,
  { network, batch: [p, k], threads, triplets }: Step,
): number[] {
  const layers = benchNetworks[network];
  const output = execFileSync(
    python,
    [SCRIPT, JSON.stringify({ layers, p, k, threads, triplets })],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      // Each library that multiplies matrices for PyTorch has a number of threads of its own.
      env: {
        ...process.env,
        OMP_NUM_THREADS: `${threads}`,
        OPENBLAS_NUM_THREADS: `${threads}`,
        MKL_NUM_THREADS: `${threads}`,
        // A thread that waits sleeps: spinning, it would hold up the other on a machine that is busy.
        OMP_WAIT_POLICY: 'PASSIVE',
      },
    },
  );
  return JSON.parse(output);
}

/** Steps of a network with PyTorch: without mining and with it, on one thread and on two. */
export const torchRows = (
  { python }: Torch,
  network: BenchNetworkName,
  batch: Step['batch'],
): Row[] =>
  THREADS.flatMap((threads) =>
    [false, true].map((triplets) => ({
      id: `torch-${threads}-${triplets ? 'triplets' : 'network'}`,
      what: [
        `PyTorch, ${threads === 1 ? '1 thread' : `${threads} threads`}`,
        triplets ? 'with a [B, B, B] loss' : 'the network only',
        ...(threads > 1 ? ['time on the clock'] : []),
      ].join(', '),
      unit: 'ms',
      values: torchStepTimes(python, { network, batch, threads, triplets }),
    })),
  );
