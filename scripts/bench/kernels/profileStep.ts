/**
 * Where the time of a step goes, in a process of its own. Arguments: network, p, k. Prints as JSON the
 * milliseconds a step of each part, with its id and name, as V8's own profiler samples them, on kernels that are compiled with
 * the names of their functions.
 */
import { readFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main } from 'assemblyscript/asc';
import { registerKernels } from '#kernels/registerKernels.ts';
import { useNodeBackend } from '#support/nodeBackend.ts';
import type { BenchNetworkName } from './benchNetworks.ts';
import { createTensorFlowStep } from './tensorflowStep.ts';

const WARM_UP_MS = 2000;
const MEASURED_MS = 4000;
const SAMPLE_MICROSECONDS = 100;

/** By the name of the function, else by the file it stands in; the first that fits. */
const PARTS: readonly (readonly [id: string, what: string, fits: RegExp])[] = [
  ['multiply-adds', 'multiply-adds of the products', /multiply\w*Tile|multiplyPanels|addListed/],
  [
    'packing',
    'packing and laying out for them',
    /pack|transposeFour|copyLanes|matMul\/matMul|border|[wW]indow|tile\/|floats\/|convolution|assembly\/\w*([fF]ilter|[iI]nput)Gradient/,
  ],
  ['pooling', 'pooling and activations', /[pP]ool|activat/],
  ['adam', 'Adam', /update\/adam/],
  ['sampling', 'sampling', /inputs\.ts|samplers|batches\.ts/],
  ['mining', 'mining', /src\/metric/],
  ['garbage', 'garbage collection', /garbage collector/],
  ['tensorflow', 'TensorFlow.js: scopes, tensors, and all else', /./],
];

async function compileNamed(): Promise<Uint8Array<ArrayBuffer>> {
  const source = fileURLToPath(new URL('../../../src/kernels/assembly/index.ts', import.meta.url));
  const output = join(tmpdir(), `named-kernels-${process.pid}.wasm`);
  const options = '-O3 --noAssert --runtime stub --importMemory --noExportMemory --debug';
  const { error, stderr } = await main([
    source,
    ...options.split(' '),
    '--enable',
    'simd,relaxed-simd',
    '--outFile',
    output,
  ]);
  if (error) throw new Error(`the kernels do not compile: ${stderr}`);
  return Uint8Array.from(readFileSync(output));
}

const [network, p, k] = process.argv.slice(2) as [BenchNetworkName, string, string];
await useNodeBackend('wasm');
await registerKernels(async () => compileNamed());
const step = await createTensorFlowStep('our kernels', network, Number(p), Number(k));

function stepFor(milliseconds: number): number {
  const until = performance.now() + milliseconds;
  let steps = 0;
  for (; performance.now() < until; steps++) step();
  return steps;
}

stepFor(WARM_UP_MS);
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.setSamplingInterval', { interval: SAMPLE_MICROSECONDS });
await session.post('Profiler.start');
const started = performance.now();
const steps = stepFor(MEASURED_MS);
const elapsed = performance.now() - started;
const { profile } = await session.post('Profiler.stop');

const nameOf = new Map(
  profile.nodes.map(({ id, callFrame }) => [id, `${callFrame.functionName} ${callFrame.url}`]),
);
const times = new Map(PARTS.map(([id]) => [id, 0]));
profile.samples?.forEach((node, index) => {
  const name = nameOf.get(node) ?? '';
  const [id] = PARTS.find(([, , fits]) => fits.test(name)) ?? PARTS.at(-1)!;
  times.set(id, times.get(id)! + (profile.timeDeltas?.[index] ?? 0));
});
const sampled = [...times.values()].reduce((sum, time) => sum + time, 0);
// In shares of the clock, as the profiler slows what it looks at.
const parts = PARTS.map(([id, what]) => [id, what, ((times.get(id)! / sampled) * elapsed) / steps]);
process.stdout.write(JSON.stringify(parts));
process.exit(0);
