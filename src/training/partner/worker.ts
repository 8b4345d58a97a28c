import { expose, transfer } from 'comlink';
import { browserBackends } from '../compute/browserBackends.ts';
import { createHalf } from './half.ts';
import type { Partner } from './partner.ts';

/** The same backend, with the same kernels, as the worker has that asks. */
async function start(): Promise<Partner> {
  const wasm = browserBackends.find(({ name }) => name === 'wasm')!;
  await wasm.start();
  if (!wasm.acceleration?.kernels) throw new Error('the kernels do not run in this worker');
  return createHalf();
}

const half = start();
// Whoever asks is told.
half.catch(() => {});

const handedOver = (values: Float32Array) => transfer(values, [values.buffer]);

const offered: Partner = {
  forward: async (...question) => handedOver(await (await half).forward(...question)),
  backward: async (gradient) => handedOver(await (await half).backward(gradient)),
};

expose(offered);
