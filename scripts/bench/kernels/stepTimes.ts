/**
 * Times steps of one network with one engine, in a process of its own: kernels and gradients are
 * registered for all that a process computes. Arguments: engine, network, p, k. Prints as JSON the
 * milliseconds of processor time (of all threads) of each step, which other work on the machine
 * does not lengthen as it does the time on the clock.
 */
import type { BenchNetworkName } from './benchNetworks.ts';
import { createJaxStep } from './jaxStep.ts';
import { createTensorFlowStep, type TensorFlowEngine } from './tensorflowStep.ts';

const WARM_UP_MS = 1500;
const MEASURED_MS = 1500;
const MOST_STEPS = 200;
const FEWEST_STEPS = 2;

const [engine, network, p, k] = process.argv.slice(2) as [string, BenchNetworkName, string, string];
const step: () => void | Promise<void> =
  engine === 'jax-js'
    ? await createJaxStep(network, Number(p) * Number(k))
    : await createTensorFlowStep(engine as TensorFlowEngine, network, Number(p), Number(k));

function processorMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const warmUp = processorMilliseconds();
do await step();
while (processorMilliseconds() - warmUp < WARM_UP_MS);
const times: number[] = [];
const started = processorMilliseconds();
while (
  times.length < FEWEST_STEPS ||
  (times.length < MOST_STEPS && processorMilliseconds() - started < MEASURED_MS)
) {
  const before = processorMilliseconds();
  await step();
  times.push(processorMilliseconds() - before);
}
process.stdout.write(JSON.stringify(times));
