import type { Hardware } from './backends.ts';

/** The parts of WebGPU that are asked here; not every TypeScript library knows them yet. */
interface Gpu {
  requestAdapter(): Promise<{
    readonly isFallbackAdapter?: boolean;
    readonly info?: { isFallbackAdapter?: boolean };
  } | null>;
}

/** What drivers that compute on the main processor call themselves. */
export const SOFTWARE = /swiftshader|llvmpipe|software|basic render/i;

export async function webgpuHardware(): Promise<Hardware> {
  const { gpu } = navigator as { gpu?: Gpu };
  try {
    const adapter = await gpu?.requestAdapter();
    if (!adapter) return 'none';
    return (adapter.info?.isFallbackAdapter ?? adapter.isFallbackAdapter) ? 'software' : 'graphics';
  } catch {
    return 'none';
  }
}

export async function webglHardware(): Promise<Hardware> {
  if (typeof OffscreenCanvas === 'undefined') return 'none';
  const context = (isDemanding: boolean) =>
    new OffscreenCanvas(1, 1).getContext('webgl2', { failIfMajorPerformanceCaveat: isDemanding });
  if (!context(false)) return 'none';
  const gl = context(true);
  if (!gl) return 'software';
  const told = gl.getExtension('WEBGL_debug_renderer_info');
  const renderer = gl.getParameter(told?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER);
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return SOFTWARE.test(`${renderer}`) ? 'software' : 'graphics';
}
