import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Dataset } from '#data/dataset.ts';
import { DownloadError } from '#data/digits/loadDigits.ts';
import type { DataReference } from '#data/sources/registry.ts';
import { useNodeBackend } from '#support/nodeBackend.ts';
import { readDigits } from '#support/readDigits.ts';
import { collapseLoss } from '../collapseLoss.ts';
import type { Backend, Hardware } from '../compute/backends.ts';
import { DEFAULT_CONFIG } from '../config.ts';
import { createHalf } from '../partner/half.ts';
import { createTrainer } from '../trainer.ts';
import { isFailure, type SessionEvent, type Setup, type TrainingSession } from './contract.ts';
import { createService } from './service.ts';

// Real training, on whatever machine this is.
vi.setConfig({ testTimeout: 120_000 });

const digits = readDigits();
const config = { ...DEFAULT_CONFIG, p: 3, k: 2 };
const setup: Setup = {
  config,
  data: { source: 'digits' },
  computeWith: { choice: 'fastest' },
  judging: 'scheduled',
};

const working = (name: Backend['name']): Backend => ({
  name,
  start: () => useNodeBackend('wasm'),
  isLost: () => false,
});
const refusing = (name: Backend['name']): Backend => ({
  name,
  start: () => Promise.reject(new Error('no such thing here')),
  isLost: () => false,
});

let told: SessionEvent[];
let digitsFail: boolean;
let services: ReturnType<typeof createService>[] = [];

beforeEach(() => {
  told = [];
  digitsFail = false;
});

// What still trains must not speak into the next test.
afterEach(async () => {
  for (const { closeAll, workshop } of services) {
    closeAll();
    await workshop.turns.take(async () => {});
  }
  services = [];
});

const openPartner = vi.fn(createHalf);
const tell = async (event: SessionEvent) => void told.push(event);

async function loadData(reference: DataReference): Promise<Dataset> {
  if (digitsFail) throw new DownloadError('The connection failed.');
  if (reference.source !== 'own') return digits;
  if (!reference.data) throw new Error('open their files again.');
  return reference.data;
}

const serviceWith = (...backends: Backend[]) => serviceOf(loadData, ...backends);

function serviceOf(load: typeof loadData, ...backends: Backend[]) {
  const service = createService({
    loadData: load,
    backends,
    yieldToMessages: () => new Promise((resolve) => setTimeout(resolve)),
    openPartner,
  });
  services.push(service);
  return service;
}

/** A run that is expected to open. */
async function open(
  service: ReturnType<typeof serviceWith>,
  over: Partial<Setup> = {},
): Promise<TrainingSession> {
  const opened = await service.open({ ...setup, ...over }, tell);
  if (isFailure(opened)) throw new Error(opened.reason);
  return opened;
}

const kinds = () => told.map(({ type }) => type);
const openings = () => told.flatMap((event) => (event.type === 'opened' ? [event] : []));
const stepsTold = () => told.flatMap((event) => (event.type === 'progress' ? event.steps : []));
const untilStep = (step: number) =>
  expect
    .poll(() => stepsTold().at(-1)?.step ?? 0, { timeout: 60_000 })
    .toBeGreaterThanOrEqual(step);

describe('a run', () => {
  test('trains one step at a time and judges each, and what there was before', async () => {
    const session = await open(serviceWith(working('wasm')));
    await session.step(1);
    await session.step(1);
    expect(stepsTold().map(({ step }) => step)).toEqual([1, 2]);
    const judged = told.flatMap((event) =>
      event.type === 'progress' && event.evaluation ? event.evaluation.step : [],
    );
    expect(judged).toEqual([0, 1, 2]);
  });

  test('of a slow network shares its batches with one partner of all runs, and says so', async () => {
    const service = serviceWith({ ...working('wasm'), acceleration: { kernels: 'simd' } });
    const slow = { ...config, network: 'reference-conv' } as const;
    for (const seed of [1, 2])
      await (await open(service, { config: { ...slow, seed }, judging: 'on-demand' })).step(1);
    await open(service);
    expect(openPartner).toHaveBeenCalledTimes(1);
    expect(openings().map(({ acceleration }) => acceleration)).toEqual([
      { kernels: 'simd', workers: 2 },
      { kernels: 'simd', workers: 2 },
      { kernels: 'simd' },
    ]);
  });

  test('is judged on demand only, where that is asked for', async () => {
    const session = await open(serviceWith(working('wasm')), { judging: 'on-demand' });
    await session.step(3);
    expect(told.at(-1)).toMatchObject({ type: 'progress', steps: [{}, {}, {}] });
    expect(told.at(-1)).not.toHaveProperty('evaluation');
    const judged = await session.judge();
    expect(judged?.evaluation.step).toBe(3);
    expect(await session.embed()).toEqual(judged?.embedding);
  });

  test('goes on until it is told to pause, and is answered then', async () => {
    const session = await open(serviceWith(working('wasm')));
    const running = session.run();
    await untilStep(2);
    session.pause();
    await expect(running).resolves.toBeUndefined();
    const { length } = stepsTold();
    await session.embed();
    expect(stepsTold()).toHaveLength(length);
  });

  test('goes on when it is told so while it is about to stop', async () => {
    const session = await open(serviceWith(working('wasm')));
    const first = session.run();
    await untilStep(1);
    session.pause();
    const second = session.run();
    const { step } = stepsTold().at(-1)!;
    await untilStep(step + 20);
    session.pause();
    await Promise.all([first, second]);
  });

  test('does not take steps that another order has overtaken', async () => {
    const session = await open(serviceWith(working('wasm')));
    const stepping = session.step(500);
    await session.embed();
    session.pause();
    await stepping;
    expect(stepsTold().length).toBeLessThan(500);
  });

  test('tells its weights, and where any image would lie', async () => {
    const session = await open(serviceWith(working('wasm')));
    await session.step(1);
    const { images } = digits.heldOut;
    const points = await session.embed(images.slice(784, 2 * 784));
    const shown = told.flatMap((event) =>
      'embedding' in event && event.embedding ? [event.embedding] : [],
    );
    expect(points).toHaveLength(2);
    points!.forEach((value, axis) => {
      expect(value).toBeCloseTo(shown.at(-1)![2 + axis]!, 4);
    });
    const saved = await session.weights();
    expect(saved?.weights.map(({ shape }) => shape)).toEqual([
      [784, 256],
      [256],
      [256, 128],
      [128],
      [128, 2],
      [2],
    ]);
  });

  test('tells the batch of the last step, paused or in mid-run', async () => {
    const session = await open(serviceWith(working('wasm')));
    expect(await session.inspect()).toBeUndefined();
    await session.step(1);
    expect(await session.inspect()).toMatchObject({ step: 1 });
    const running = session.run();
    await untilStep(2);
    expect((await session.inspect())!.step).toBeGreaterThan(1);
    session.pause();
    await running;
  });

  test('that is begun anew has the same numbers', async () => {
    const service = serviceWith(working('wasm'));
    await (await open(service)).step(1);
    service.closeAll();
    await (await open(service)).step(1);
    const [first, second] = stepsTold();
    expect(second).toEqual(first);
  });

  test('goes on under other settings in mid-run, and says from which step; or why it cannot', async () => {
    const session = await open(serviceWith(working('cpu')));
    await session.step(1);
    expect(await session.change({ ...config, margin: 2 })).toEqual({
      step: 1,
      collapseLoss: collapseLoss({ ...config, margin: 2 }),
    });
    expect(await session.change({ ...config, seed: config.seed + 1 })).toEqual({
      refused: expect.stringContaining('seed cannot change while a run goes on'),
    });
    await session.step(1);
    expect(stepsTold().map(({ step }) => step)).toEqual([1, 2]);
  });

  test('stops at a divergence, with the steps before it', async () => {
    const session = await open(serviceWith(working('wasm')), {
      config: { ...config, learningRate: 1e6 },
    });
    expect(await session.run()).toMatchObject({ kind: 'diverged' });
    expect(stepsTold().length).toBeGreaterThan(0);
    expect(await session.run()).toMatchObject({ kind: 'diverged' });
  });

  test('that is ended takes no step any more, and says nothing', async () => {
    const service = serviceWith(working('wasm'));
    const session = await open(service);
    const running = session.run();
    await untilStep(1);
    service.closeAll();
    const { length } = told;
    await running;
    await session.run();
    expect(told).toHaveLength(length);
    expect(await session.weights()).toBeUndefined();
  });

  test('that is ended while it is being opened stays closed', async () => {
    const service = serviceWith(working('wasm'));
    const opening = open(service);
    service.closeAll();
    await (await opening).step(1);
    expect(told).toEqual([]);
  });
});

describe('several runs in one worker', () => {
  test('take turns, and each has the numbers that it would have alone', async () => {
    const service = serviceWith(working('wasm'));
    const configs = [config, { ...config, miner: 'batch-hard' } as const];
    const losses = configs.map((): number[] => []);
    const sessions = await Promise.all(
      configs.map((of, lane) =>
        service.open({ ...setup, config: of, judging: 'on-demand' }, async (event) => {
          if (event.type === 'progress') losses[lane]!.push(...event.steps.map(({ loss }) => loss));
        }),
      ),
    );
    await Promise.all(sessions.map((session) => (session as TrainingSession).step(3)));
    for (const [lane, of] of configs.entries()) {
      const trainer = createTrainer(of, digits);
      for (let step = 0; step < 3; step++)
        expect(losses[lane]![step]).toBe((await trainer.advance()).loss);
      trainer.dispose();
    }
  });
});

describe('what a run computes with', () => {
  test('is the next backend when one does not start, and that is said', async () => {
    await open(serviceWith(refusing('wasm'), working('webgl')));
    expect(told).toContainEqual({ type: 'fallback', from: 'wasm', reason: 'no such thing here' });
    expect(openings()).toMatchObject([{ backend: 'webgl' }]);
  });

  test('is the next backend when one is lost in mid-run, which then begins again', async () => {
    let lost = false;
    const service = serviceWith({ ...working('webgl'), isLost: () => lost }, working('cpu'));
    const session = await open(service);
    await session.step(1);
    lost = true;
    await session.step(1);
    expect(openings().map(({ backend }) => backend)).toEqual(['webgl', 'cpu']);
    expect(stepsTold().at(-1)!.step).toBe(1);
  });

  test('is nothing at all when no backend is left', async () => {
    const service = serviceWith(refusing('wasm'), refusing('cpu'));
    expect(await service.open(setup, tell)).toMatchObject({
      kind: 'backend',
      reason: expect.stringMatching(/^No way to compute is left/),
    });
  });
});

describe('a run that cannot begin', () => {
  test('for want of a connection, says so and gets by with the next attempt', async () => {
    const service = serviceWith(working('wasm'));
    digitsFail = true;
    expect(await service.open(setup, tell)).toMatchObject({ kind: 'download' });
    digitsFail = false;
    await open(service);
  });

  test('for its settings, says which', async () => {
    const bad = { ...setup, config: { ...config, p: 999 } };
    expect(await serviceWith(working('wasm')).open(bad, tell)).toMatchObject({
      kind: 'settings',
      reason: expect.stringMatching(/^p 999/),
    });
  });
});

describe('a run with other data or another beginning', () => {
  const own: Dataset = {
    height: 1,
    width: 3,
    training: {
      images: Float32Array.from({ length: 60 }, (_, index) => Math.sin(index)),
      labels: Int32Array.from({ length: 20 }, (_, row) => row % 4),
    },
    heldOut: {
      images: Float32Array.from({ length: 24 }, (_, index) => Math.cos(index)),
      labels: Int32Array.from({ length: 8 }, (_, row) => row % 4),
    },
  };

  test('trains on the data that it is handed once, and on the digits', async () => {
    const service = serviceWith(working('wasm'));
    const judging = 'on-demand';
    await open(service, { data: { source: 'own', id: 'a', data: own }, judging });
    await open(service, { data: { source: 'own', id: 'a' }, judging });
    await open(service);
    expect(openings().map(({ labels }) => labels.length)).toEqual([
      8,
      8,
      digits.heldOut.labels.length,
    ]);
    expect(openings()[1]!.embedding).toEqual(openings()[0]!.embedding);
    const other: DataReference = { source: 'own', id: 'b' };
    expect(await service.open({ ...setup, data: other }, tell)).toMatchObject({
      kind: 'download',
      reason: 'open their files again.',
    });
  });

  test('goes on from a saved network, and refuses one that does not fit in a sentence', async () => {
    const service = serviceWith(working('wasm'));
    const session = await open(service);
    await session.step(1);
    const saved = (await session.weights())!;
    const trained = await session.embed();
    await open(service, { saved, judging: 'on-demand' });
    expect(openings()[1]!.embedding).toEqual(trained);
    expect(await service.open({ ...setup, config: { ...config, dims: 3 }, saved }, tell)).toEqual({
      kind: 'settings',
      reason: 'dense3/kernel of the saved network should be of shape [128, 3], not [128, 2]',
    });
    const data: DataReference = { source: 'own', id: 'a', data: own };
    expect(await service.open({ ...setup, data, saved }, tell)).toMatchObject({
      reason: 'the saved network takes samples of 28 × 28; the data have 1 × 3',
    });
  });
});

describe('asked for what is fastest', () => {
  const onGraphics = (name: Backend['name'], found: Hardware, start = working(name).start) => ({
    ...working(name),
    start,
    hardware: async () => found,
  });
  const backend = () => openings().at(-1)?.backend;

  test('measures nothing where there is but one processor', async () => {
    await open(serviceWith(working('wasm'), onGraphics('webgl', 'software'), working('cpu')));
    expect(kinds()).not.toContain('calibrating');
    expect(backend()).toBe('wasm');
  });

  test('measures where there is a graphics processor, says so and begins with the quickest', async () => {
    await open(
      serviceWith(
        { ...working('wasm'), start: () => useNodeBackend('cpu') },
        onGraphics('webgpu', 'graphics', () => useNodeBackend('wasm', { accelerated: true })),
      ),
    );
    expect(kinds().slice(0, 2)).toEqual(['calibrating', 'calibrated']);
    expect(backend()).toBe('webgpu');
  });

  test('believes what was measured before, for the same network', async () => {
    const known = { network: 'mlp', milliseconds: { wasm: 9, webgl: 3 } } as const;
    await open(serviceWith(working('wasm'), onGraphics('webgl', 'graphics')), {
      computeWith: { choice: 'fastest', known },
    });
    expect(kinds()).not.toContain('calibrating');
    expect(backend()).toBe('webgl');
  });

  test('heeds the reader’s choice, and falls back from it', async () => {
    const computeWith = { choice: 'webgl' } as const;
    await open(serviceWith(working('wasm'), onGraphics('webgl', 'software')), { computeWith });
    expect(backend()).toBe('webgl');
    await open(serviceWith(working('wasm'), refusing('webgl')), { computeWith });
    expect(told).toContainEqual({ type: 'fallback', from: 'webgl', reason: 'no such thing here' });
    expect(backend()).toBe('wasm');
  });

  test('measures on demand, software too', async () => {
    const service = serviceWith(working('wasm'), onGraphics('webgl', 'software'));
    const { milliseconds } = await service.measure('mlp');
    expect(Object.keys(milliseconds)).toEqual(['wasm', 'webgl']);
  });
});

describe('what is got ready', () => {
  const start = vi.fn(() => useNodeBackend('wasm'));
  const backend: Backend = { ...working('wasm'), start };
  beforeEach(() => void start.mockClear());

  test('is what the next run begins with: nothing is loaded or started twice, nor told before', async () => {
    const loads = vi.fn(loadData);
    const service = serviceWith(backend);
    const counted = serviceOf(loads, backend);
    await counted.prepare(setup, tell);
    expect(told.map(({ type }) => type)).toEqual(['preparing']);
    const opened = await counted.open(setup, tell);
    expect(isFailure(opened)).toBe(false);
    expect(loads).toHaveBeenCalledTimes(1);
    expect(start).toHaveBeenCalledTimes(1);
    // What it rehearsed has left no trace.
    await (opened as TrainingSession).step(1);
    const prepared = stepsTold().at(-1);
    await (await open(service)).step(1);
    expect(stepsTold().at(-1)).toEqual(prepared);
  });

  test('is waited for by a run that begins meanwhile', async () => {
    const loads = vi.fn(loadData);
    const service = serviceOf(loads, backend);
    const preparing = service.prepare(setup, tell);
    await (await open(service)).step(1);
    await preparing;
    expect(stepsTold().map(({ step }) => step)).toEqual([1]);
    expect(loads).toHaveBeenCalledTimes(1);
    expect(start).toHaveBeenCalledTimes(1);
  });

  test('may fail: the run that follows tries again, and says what is wrong', async () => {
    const service = serviceWith(refusing('wasm'), working('cpu'));
    digitsFail = true;
    await service.prepare(setup, tell);
    expect(await service.open(setup, tell)).toMatchObject({ kind: 'download' });
    digitsFail = false;
    told = [];
    await open(service);
    expect(kinds()).toContain('fallback');
    expect(openings()).toMatchObject([{ backend: 'cpu' }]);
  });

  test('is started again when the backend of the reader’s choice has failed after it', async () => {
    const service = serviceWith(backend, refusing('webgl'));
    await service.prepare(setup, tell);
    await open(service, { computeWith: { choice: 'webgl' } });
    expect(openings()).toMatchObject([{ backend: 'wasm' }]);
    expect(start).toHaveBeenCalledTimes(2);
  });

  test('measures what is fastest at most once, whoever asks', async () => {
    const graphics: Backend = { ...working('webgl'), hardware: async () => 'graphics' };
    const service = serviceWith(working('wasm'), graphics);
    await service.prepare(setup, tell);
    await open(service);
    expect(kinds().filter((kind) => kind === 'calibrated')).toHaveLength(1);
  });
});
