import { type KernelLevel, supportsRelaxedSimd } from './relaxedSimd.ts';

/** What the compiled kernels (src/kernels/assembly) export: addresses and numbers in, all in place. */
export interface KernelExports {
  activateRows(
    to: number,
    from: number,
    rows: number,
    width: number,
    bias: number,
    slope: number,
  ): void;
  activationGradient(
    dz: number,
    biasGradient: number,
    dy: number,
    y: number,
    rows: number,
    width: number,
    slope: number,
  ): void;
  matMulScratch(m: number, n: number, depth: number): number;
  matMul(
    to: number,
    a: number,
    b: number,
    m: number,
    n: number,
    depth: number,
    transposeA: number,
    transposeB: number,
    bias: number,
    slope: number,
    scratch: number,
  ): void;
  convolutionScratch(sliding: number, filters: number): number;
  convolution(
    to: number,
    images: number,
    filter: number,
    sliding: number,
    pixels: number,
    filters: number,
    bias: number,
    slope: number,
    scratch: number,
  ): void;
  convolutionFilterGradient(
    to: number,
    images: number,
    dy: number,
    sliding: number,
    pixels: number,
    filters: number,
    scratch: number,
  ): void;
  convolutionInputGradient(
    to: number,
    dy: number,
    filter: number,
    sliding: number,
    pixels: number,
    filters: number,
    scratch: number,
  ): void;
  maxPool(to: number, images: number, sliding: number, pixels: number): void;
  maxPoolGradient(
    to: number,
    dy: number,
    images: number,
    sliding: number,
    pixels: number,
    imageFloats: number,
  ): void;
  adam(
    variable: number,
    gradient: number,
    first: number,
    second: number,
    count: number,
    beta1: number,
    beta2: number,
    rate: number,
    epsilon: number,
  ): void;
  sgd(
    variable: number,
    gradient: number,
    velocity: number,
    count: number,
    learningRate: number,
    momentum: number,
  ): void;
  /** 96 floating-point operations a round. */
  multiplyAddCeiling(rounds: number, factor: number): number;
}

export type LoadKernels = (level: KernelLevel) => Promise<BufferSource>;

/** The kernels on a memory, in the faster build that this engine takes. */
export async function instantiateKernels(
  load: LoadKernels,
  memory: WebAssembly.Memory,
): Promise<{ level: KernelLevel; kernels: KernelExports }> {
  const level: KernelLevel = supportsRelaxedSimd() ? 'relaxed-simd' : 'simd';
  const { instance } = await WebAssembly.instantiate(await load(level), { env: { memory } });
  return { level, kernels: instance.exports as unknown as KernelExports };
}
