const ADAPTER = {
  webgpu: { vendor: 'nvidia', arch: 'ada', device: '', desc: 'NVIDIA L4', fallback: false },
  webgl: 'ANGLE (NVIDIA, Vulkan 1.3.277 (NVIDIA NVIDIA L4 (0x000027B8)), NVIDIA-550.90.7)',
  cores: 8,
  ua: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/156.0.0.0 Safari/537.36',
};

const row = (net: string, choice: string, backend: string, steps: number, good: number | null) =>
  JSON.stringify({
    net,
    choice,
    click: 'ok',
    first: 0.5,
    step: 900,
    knn: 0.93,
    ips: 9000,
    backend,
    loss: 0.1,
    notices: '',
    steps_per_s: steps,
    at90: good === null ? null : [good, 300, 0.91, 9000, 0.2],
  });

const PRINTED = {
  lab: [
    row('mlp', 'wasm', 'wasm', 200, 2.5),
    row('mlp', 'webgpu', 'webgpu', 1000, 1.25),
    row('mlp', 'webgl', 'wasm', 190, 2.5),
    row('mlp', 'fastest', 'webgpu', 1000, 1.25),
    row('reference-conv', 'webgpu', 'webgpu', 50, null),
    'reference-conv webgl not ready',
    'measured mlp ok WebGPU 1 ms a step,',
    'WebAssembly 5 ms',
  ],
  peers: [
    'torch eager cuda MLP 128 1.9 ms a step',
    'raw {"dispatch_us":4.5,"eager_dispatch_us":35,"roundtrip_ms":0.2,"roundtrip_min":0.1,"mlp_readback_ms":2.8,"mlp_queued_ms":0.25}',
    'jax-js webgpu MLP 128 {"ms":8,"n":250}',
    'jax-js webgpu reference conv 32 EXC Error: out of memory',
  ],
} as const;

/** What a machine with a card prints, in its form, with numbers made up to test by. */
export const printed = (mode: keyof typeof PRINTED, adapter: object = {}): string =>
  [
    '2026-11-27',
    'GPU 0: NVIDIA L4 (UUID: GPU-1)',
    '8',
    'Model name:                           Intel(R) Xeon(R) CPU @ 2.20GHz',
    `adapter ${JSON.stringify({ ...ADAPTER, ...adapter })}`,
    ...PRINTED[mode],
  ].join('\n');
