import { beforeAll, describe, expect, test, vi } from 'vitest';
import { useNodeBackend } from '#support/nodeBackend.ts';
import type { Backend, BackendName } from './backends.ts';
import { calibrate, quickestFirst } from './calibrate.ts';

const backend = (name: BackendName, start = async () => {}): Backend => ({
  name,
  start,
  isLost: () => false,
});

describe('calibration', () => {
  beforeAll(() => useNodeBackend('wasm', { accelerated: true }));

  test('trains for real on each backend, and says what a step takes', async () => {
    const { network, milliseconds } = await calibrate({
      candidates: [
        backend('wasm', () => useNodeBackend('wasm')),
        backend('cpu', () => useNodeBackend('cpu')),
      ],
      network: 'mlp',
    });
    expect(network).toBe('mlp');
    expect(milliseconds.wasm).toBeGreaterThan(0);
    // Our kernels are tens of times as fast as plain JavaScript.
    expect(milliseconds.cpu).toBeGreaterThan(2 * milliseconds.wasm!);
  });

  test('leaves out what does not start, and measures the rest', async () => {
    const { milliseconds } = await calibrate({
      candidates: [
        backend('webgpu', () => Promise.reject(new Error('no such thing here'))),
        backend('wasm', () => useNodeBackend('wasm')),
      ],
      network: 'small-conv',
    });
    expect(Object.keys(milliseconds)).toEqual(['wasm']);
  });

  test('divides the time for measuring among the candidates', async () => {
    const budgets: number[] = [];
    await calibrate({
      candidates: [backend('wasm'), backend('webgpu'), backend('webgl')],
      network: 'mlp',
      timeSteps: async (_, budget) => budgets.push(budget),
    });
    expect(budgets).toEqual([100, 100, 100]);
  });

  test('does not wait for what never answers', async () => {
    vi.useFakeTimers();
    const measured = calibrate({
      candidates: [backend('webgpu'), backend('wasm')],
      network: 'mlp',
      timeSteps: vi
        .fn()
        .mockReturnValueOnce(new Promise(() => {}))
        .mockResolvedValueOnce(4),
    });
    await vi.advanceTimersByTimeAsync(10_000);
    vi.useRealTimers();
    expect((await measured).milliseconds).toEqual({ wasm: 4 });
  });

  test('tries the quickest first, then the others as they were', () => {
    const backends = (['wasm', 'webgpu', 'webgl', 'cpu'] as const).map((name) => backend(name));
    const order = (milliseconds: Partial<Record<BackendName, number>>) =>
      quickestFirst(backends, { network: 'mlp', milliseconds }).map(({ name }) => name);
    expect(order({ wasm: 4, webgl: 2 })).toEqual(['webgl', 'wasm', 'webgpu', 'cpu']);
    expect(order({})).toEqual(['wasm', 'webgpu', 'webgl', 'cpu']);
  });
});
