import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { BenchNetworkName } from './benchNetworks.ts';

export const ENGINE_NAMES = {
  stock: 'TensorFlow.js as shipped, wasm',
  cpu: 'TensorFlow.js as shipped, cpu',
  'our layers': 'our layers on the kernels of TensorFlow.js, wasm',
  'our kernels': 'our layers on our kernels, wasm',
  'jax-js': 'jax-js, wasm, 1 thread, the network only',
} as const;
export type Engine = keyof typeof ENGINE_NAMES;

/** Classes and samples of each. */
export type BatchShape = readonly [p: number, k: number];

/** What a script of its own process prints last: kernels are registered for all that a process computes. */
export function outputOf(name: string, ...told: readonly (string | number)[]): string {
  const script = fileURLToPath(new URL(`./${name}`, import.meta.url));
  return execFileSync(process.execPath, [script, ...told.map(String)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** Milliseconds of processor time of each of some steps. */
export function stepTimes(engine: Engine, network: BenchNetworkName, [p, k]: BatchShape): number[] {
  const output = outputOf('stepTimes.ts', engine, network, p, k);
  return JSON.parse(output.slice(output.lastIndexOf('[')));
}
