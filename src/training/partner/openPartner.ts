import { transfer, wrap } from 'comlink';
import type { Partner } from './partner.ts';

/** A partner on a core of its own, in a worker; undefined where there is but one core. */
export function openPartner(): Partner | undefined {
  if (!(navigator.hardwareConcurrency > 1)) return undefined;
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const remote = wrap<Partner>(worker);
  const waiting = new Set<(error: Error) => void>();
  let ended: Error | undefined;
  worker.onerror = ({ message }) => {
    ended = new Error(`the second worker has ended (${message})`);
    for (const reject of waiting) reject(ended);
  };
  const unlessEnded = <T>(ask: () => Promise<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      if (ended) throw ended;
      waiting.add(reject);
      ask()
        .then(resolve, reject)
        .finally(() => waiting.delete(reject));
    });
  const handedOver = (values: Float32Array) => transfer(values, [values.buffer]);
  return {
    forward: (network, weights, inputs) =>
      unlessEnded(() => remote.forward(network, handedOver(weights), handedOver(inputs))),
    backward: (gradient) => unlessEnded(() => remote.backward(handedOver(gradient))),
  };
}
