/**
 * GFLOP/s of the multiply-add ceiling and of the products of a dense layer 784 -> 256 at B = 128:
 * forward, and its two gradients. Self-contained, so that a browser's page can run it too.
 */
export async function measureProducts(
  bytes: readonly number[],
): Promise<{ id: string; what: string; values: number[] }[]> {
  interface Exports {
    multiplyAddCeiling(rounds: number, factor: number): number;
    matMul(...parameters: number[]): void;
  }
  const SAMPLES = 40;
  const WARM_UP = 40;
  const MEGABYTE = 2 ** 20;
  const memory = new WebAssembly.Memory({ initial: 256 });
  const { instance } = await WebAssembly.instantiate(Uint8Array.from(bytes), { env: { memory } });
  const kernels = instance.exports as unknown as Exports;
  new Float32Array(memory.buffer).forEach((_, index, floats) => {
    floats[index] = Math.sin(index);
  });
  const [a, b, product, scratch] = [MEGABYTE, 3 * MEGABYTE, 5 * MEGABYTE, 7 * MEGABYTE];
  const multiply = (m: number, n: number, depth: number, left: number, right: number) => ({
    operations: 2 * m * n * depth,
    run: () => kernels.matMul(product, a, b, m, n, depth, left, right, 0, 1, scratch),
  });
  const work = [
    {
      id: 'ceiling',
      what: 'multiply-adds on registers',
      operations: 96e5,
      run: () => void kernels.multiplyAddCeiling(1e5, 0.5),
    },
    { id: 'forward', what: '128×784×256', ...multiply(128, 256, 784, 0, 0) },
    {
      id: 'weights-gradient',
      what: 'its gradient for the weights',
      ...multiply(784, 256, 128, 1, 0),
    },
    { id: 'input-gradient', what: 'its gradient for the input', ...multiply(128, 784, 256, 0, 1) },
  ];
  return work.map(({ id, what, operations, run }) => {
    for (let round = 0; round < WARM_UP; round++) run();
    const values = Array.from({ length: SAMPLES }, () => {
      // Several at a time: a browser's clock is coarse.
      const started = performance.now();
      for (let round = 0; round < 5; round++) run();
      return (5 * operations) / (performance.now() - started) / 1e6;
    });
    return { id, what, values };
  });
}
