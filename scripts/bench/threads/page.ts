/** What the page of `npm run bench -- threads` runs: jax-js takes its threads from the page it is in. */
import type { BenchNetworkName } from '../kernels/benchNetworks.ts';
import { createJaxStep } from '../kernels/jaxStep.ts';

const WARM_UP_MS = 2000;
const MEASURED_MS = 3000;
const FEWEST_STEPS = 3;

/** Milliseconds on the clock of each of some steps. */
export type TimeSteps = (network: BenchNetworkName, batch: number) => Promise<number[]>;

const timeSteps: TimeSteps = async (network, batch) => {
  const step = await createJaxStep(network, batch);
  const begun = performance.now();
  do await step();
  while (performance.now() - begun < WARM_UP_MS);
  const times: number[] = [];
  const started = performance.now();
  while (times.length < FEWEST_STEPS || performance.now() - started < MEASURED_MS) {
    const before = performance.now();
    await step();
    times.push(performance.now() - before);
  }
  return times;
};
Object.assign(globalThis, { timeSteps });
