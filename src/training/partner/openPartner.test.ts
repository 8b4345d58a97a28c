import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useNodeBackend } from '#support/nodeBackend.ts';
import { openPartner } from './openPartner.ts';

/** A worker that never answers. */
class SilentWorker {
  static last: SilentWorker;
  onerror: (event: { message: string }) => void = () => {};
  asked = 0;
  constructor() {
    SilentWorker.last = this;
  }
  addEventListener(): void {}
  removeEventListener(): void {}
  postMessage(): void {
    this.asked++;
  }
}

const network = { name: 'mlp', height: 4, width: 4, dims: 2 } as const;
const weights = new Float32Array(16 * 256 + 256 + 256 * 128 + 128 + 128 * 2 + 2);
const embed = (partner: ReturnType<typeof openPartner>) =>
  partner!.forward(network, weights, new Float32Array(3 * 16));

beforeEach(async () => {
  await useNodeBackend('cpu');
  vi.stubGlobal('Worker', SilentWorker);
  vi.stubGlobal('navigator', { hardwareConcurrency: 2 });
});
afterEach(() => vi.unstubAllGlobals());

test('on one core there is no partner', () => {
  vi.stubGlobal('navigator', { hardwareConcurrency: 1 });
  expect(openPartner()).toBeUndefined();
});

test('where its worker ends, what it was asked is answered here', async () => {
  const partner = openPartner();
  const points = embed(partner);
  expect(SilentWorker.last.asked).toBe(1);
  SilentWorker.last.onerror({ message: 'out of memory' });
  expect(await points).toEqual(new Float32Array(3 * 2));
  expect(await partner!.backward(new Float32Array(6))).toHaveLength(weights.length);
});

test('where its worker ended before it was asked, too', async () => {
  const partner = openPartner();
  SilentWorker.last.onerror({ message: '' });
  expect(await embed(partner)).toHaveLength(3 * 2);
  expect(SilentWorker.last.asked).toBe(0);
});
