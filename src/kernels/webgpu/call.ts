/** A buffer as a kernel sees it: an array of numbers. */
export interface Bound {
  readonly buffer: GPUBuffer;
  readonly type: 'f32' | 'u32';
  /** Of a buffer with a slot for each step of a submission: how many bytes a slot has. */
  readonly slot?: number;
}

/** A kernel, the buffers that it is called with, and how many workgroups there are. */
export interface Call {
  /** In WGSL. The names of the buffers are known in it. */
  readonly code: string;
  readonly reads: Readonly<Record<string, Bound>>;
  readonly writes: Readonly<Record<string, Bound>>;
  readonly groups: readonly [x: number, y?: number, z?: number];
}

/** A call whose kernel has been compiled. */
export interface PreparedCall {
  readonly pipeline: GPUComputePipeline;
  readonly group: GPUBindGroup;
  /** Bytes of a slot of each buffer that has slots, in their order. */
  readonly slots: readonly number[];
  readonly groups: Call['groups'];
}

interface Compiled {
  readonly layout: GPUBindGroupLayout;
  readonly pipeline: Promise<GPUComputePipeline>;
}

/** What has been compiled for a device, by its text. */
const compiled = new WeakMap<GPUDevice, Map<string, Compiled>>();

const bindingsOf = ({ reads, writes }: Call) => [
  ...Object.entries(reads).map(([name, bound]) => ({ name, ...bound, access: 'read' })),
  ...Object.entries(writes).map(([name, bound]) => ({ name, ...bound, access: 'read_write' })),
];

function compile(device: GPUDevice, call: Call): Compiled {
  const bindings = bindingsOf(call);
  const declared = bindings.map(
    ({ name, type, access }, binding) =>
      `@group(0) @binding(${binding}) var<storage, ${access}> ${name}: array<${type}>;`,
  );
  const code = `${declared.join('\n')}\n${call.code}`;
  const known = compiled.get(device) ?? new Map<string, Compiled>();
  compiled.set(device, known);
  // Two kernels may differ in nothing but whether a buffer has slots.
  const key = `${bindings.map(({ slot }) => Number(slot !== undefined)).join('')}\n${code}`;
  const found = known.get(key);
  if (found) return found;
  const layout = device.createBindGroupLayout({
    entries: bindings.map(({ access, slot }, binding) => ({
      binding,
      visibility: GPUShaderStage.COMPUTE,
      buffer: {
        type: access === 'read' ? 'read-only-storage' : 'storage',
        hasDynamicOffset: slot !== undefined,
      },
    })),
  });
  const pipeline = device.createComputePipelineAsync({
    layout: device.createPipelineLayout({ bindGroupLayouts: [layout] }),
    compute: { module: device.createShaderModule({ code }), entryPoint: 'main' },
  });
  // What failed for want of memory may succeed another time.
  pipeline.catch(() => known.delete(key));
  const fresh = { layout, pipeline };
  known.set(key, fresh);
  return fresh;
}

/** Compiles what has not been compiled yet, all at once. Rejects when a kernel does not compile. */
export const prepareCalls = (device: GPUDevice, calls: readonly Call[]): Promise<PreparedCall[]> =>
  Promise.all(
    calls.map(async (call) => {
      const { layout, pipeline } = compile(device, call);
      const bindings = bindingsOf(call);
      const group = device.createBindGroup({
        layout,
        entries: bindings.map(({ buffer, slot }, binding) => ({
          binding,
          resource: { buffer, ...(slot !== undefined && { size: slot }) },
        })),
      });
      const slots = bindings.flatMap(({ slot }) => slot ?? []);
      return { pipeline: await pipeline, group, slots, groups: call.groups };
    }),
  );

/** Has them computed one after the other, with the given slot of what has slots. */
export function encodeCalls(
  pass: GPUComputePassEncoder,
  calls: readonly PreparedCall[],
  slot: number,
): void {
  for (const { pipeline, group, slots, groups } of calls) {
    pass.setPipeline(pipeline);
    pass.setBindGroup(
      0,
      group,
      slots.map((bytes) => bytes * slot),
    );
    pass.dispatchWorkgroups(...groups);
  }
}
