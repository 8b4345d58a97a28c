import { afterEach, beforeEach, expect, test, vi } from 'vitest';
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
const embed = (partner: ReturnType<typeof openPartner>) =>
  partner!.forward(network, new Float32Array(5), new Float32Array(3 * 16));

beforeEach(() => {
  vi.stubGlobal('Worker', SilentWorker);
  vi.stubGlobal('navigator', { hardwareConcurrency: 2 });
});
afterEach(() => vi.unstubAllGlobals());

test('on one core there is no partner', () => {
  vi.stubGlobal('navigator', { hardwareConcurrency: 1 });
  expect(openPartner()).toBeUndefined();
});

test('where its worker ends, what it was asked is refused, and what it will be asked', async () => {
  const partner = openPartner();
  const points = embed(partner);
  expect(SilentWorker.last.asked).toBe(1);
  SilentWorker.last.onerror({ message: 'out of memory' });
  await expect(points).rejects.toThrow('ended (out of memory)');
  await expect(partner!.backward(new Float32Array(6))).rejects.toThrow('ended');
  expect(SilentWorker.last.asked).toBe(1);
});
