import { type Call, encodeCalls, prepareCalls } from '#kernels/webgpu/call.ts';

export const openDevice = async (): Promise<GPUDevice> =>
  (await (await navigator.gpu.requestAdapter())!).requestDevice();

/** Copies of buffers, once the device has done what it was given. */
async function readBuffers(
  device: GPUDevice,
  buffers: readonly GPUBuffer[],
): Promise<ArrayBuffer[]> {
  const copies = buffers.map(({ size }) =>
    device.createBuffer({ size, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST }),
  );
  const encoder = device.createCommandEncoder();
  buffers.forEach((buffer, k) => {
    encoder.copyBufferToBuffer(buffer, 0, copies[k]!, 0, buffer.size);
  });
  device.queue.submit([encoder.finish()]);
  await Promise.all(copies.map((copy) => copy.mapAsync(GPUMapMode.READ)));
  const found = copies.map((copy) => copy.getMappedRange().slice());
  for (const copy of copies) copy.destroy();
  return found;
}

/** Copies of buffers, once the calls have been computed one after the other, in their first slot. */
export async function computed(
  device: GPUDevice,
  calls: readonly Call[],
  buffers: readonly GPUBuffer[],
): Promise<ArrayBuffer[]> {
  const prepared = await prepareCalls(device, calls);
  const encoder = device.createCommandEncoder();
  const pass = encoder.beginComputePass();
  encodeCalls(pass, prepared, 0);
  pass.end();
  device.queue.submit([encoder.finish()]);
  return readBuffers(device, buffers);
}
