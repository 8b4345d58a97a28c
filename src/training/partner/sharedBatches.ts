import { dispose, type Tensor } from '@tensorflow/tfjs-core';
import type { BatchLoss } from '#metric/batchLoss.ts';
import { inputTensor } from '../inputs.ts';
import type { Batch, LossGradients } from '../lossGradients.ts';
import type { Network } from '../network/network.ts';
import type { Pass } from '../network/pass.ts';
import { flatten, increase, sizeOf } from './flat.ts';
import type { Partner, SharedNetwork } from './partner.ts';

const orNothing = <T>(answer: Promise<T>): Promise<T | undefined> => answer.catch(() => undefined);

function joined(first: Float32Array, second: Float32Array): Float32Array {
  const values = new Float32Array(first.length + second.length);
  values.set(first);
  values.set(second, first.length);
  return values;
}

/** Rows that the partner takes, or this worker once that is lost: to the same numbers. */
class OtherHalf {
  readonly #network: Network;
  readonly #inputs: Float32Array;
  readonly #rows: number;
  readonly #partner: Partner;
  readonly #theirs: Promise<Float32Array | undefined>;
  /** Begun by this worker, once the partner is lost. */
  #here: Pass | undefined;

  constructor(
    network: Network,
    { inputs, rows }: Pick<Batch<BatchLoss>, 'inputs' | 'rows'>,
    asked: { readonly partner: Partner; readonly network: SharedNetwork; flat: Float32Array },
  ) {
    this.#network = network;
    this.#inputs = inputs;
    this.#rows = rows;
    this.#partner = asked.partner;
    this.#theirs = orNothing(asked.partner.forward(asked.network, asked.flat, inputs.slice()));
  }

  async points(): Promise<Float32Array> {
    return (await this.#theirs) ?? ((await this.#begin().points.data()) as Float32Array);
  }

  /** Adds to the gradients of the other half those of this one; the array that they came in, unless lost. */
  add(gradient: Float32Array): (sum: readonly Tensor[]) => Promise<Float32Array | undefined> {
    const theirs = this.#here
      ? Promise.resolve(undefined)
      : orNothing(this.#partner.backward(gradient.slice()));
    return async (sum) => {
      const flat = (await theirs) ?? this.#backward(gradient);
      increase(sum, flat);
      return theirs;
    };
  }

  dispose(): void {
    this.#here?.dispose();
  }

  #begin(): Pass {
    this.#here ??= this.#network.begin(inputTensor(this.#inputs, this.#rows));
    return this.#here;
  }

  #backward(gradient: Float32Array): Float32Array {
    const gradients = this.#begin().backward(gradient);
    const flat = new Float32Array(sizeOf(gradients));
    flatten(gradients, flat);
    dispose(gradients);
    return flat;
  }
}

/**
 * Batches of which a partner takes the second half forward and back meanwhile. On the wasm backend,
 * whose numbers lie at hand.
 */
export class SharedBatches {
  readonly #partner: Partner;
  readonly #network: SharedNetwork;
  /** Brings the weights to the partner and gradients back; gone with a partner that is lost. */
  #flat: Float32Array | undefined;

  constructor(partner: Partner, network: SharedNetwork) {
    this.#partner = partner;
    this.#network = network;
  }

  /** As `lossGradients`, but for the last digits. The loss is that of the whole batch. */
  async lossGradients<Found extends BatchLoss>(
    network: Network,
    { inputs, rows, lossAt }: Batch<Found>,
  ): Promise<LossGradients<Found>> {
    const own = Math.ceil(rows / 2);
    const split = (own * inputs.length) / rows;
    // Asked before the own half begins, which keeps this thread busy.
    const other = this.#ask(network, { inputs: inputs.subarray(split), rows: rows - own });
    const pass = network.begin(inputTensor(inputs.subarray(0, split), own));
    try {
      const points = (await pass.points.data()) as Float32Array;
      const batchLoss = lossAt(joined(points, await other.points()));
      const gradient = Float32Array.from(batchLoss.gradient);
      const addOther = other.add(gradient.subarray(points.length));
      const gradients = pass.backward(gradient.subarray(0, points.length));
      this.#flat = await addOther(gradients);
      return { batchLoss, gradients };
    } finally {
      pass.dispose();
      other.dispose();
    }
  }

  #ask(network: Network, half: Pick<Batch<BatchLoss>, 'inputs' | 'rows'>): OtherHalf {
    const weights = network.parameters.map(({ variable }) => variable);
    const flat = this.#flat ?? new Float32Array(sizeOf(weights));
    this.#flat = undefined;
    flatten(weights, flat);
    return new OtherHalf(network, half, { partner: this.#partner, network: this.#network, flat });
  }
}
