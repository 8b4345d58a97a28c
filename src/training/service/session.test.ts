import { beforeEach, describe, expect, test, vi } from 'vitest';
import { readDigits } from '#support/readDigits.ts';
import { useNodeBackend } from '#support/nodeBackend.ts';
import { DownloadError } from '#data/digits/loadDigits.ts';
import type { Backend, Hardware } from '../compute/backends.ts';
import { collapseLoss } from '../collapse.ts';
import { DEFAULT_CONFIG } from '../config.ts';
import type { Dataset } from '../dataset.ts';
import type { Reply, Request } from './messages.ts';
import { createSession } from './session.ts';

// Real training, on whatever machine this is.
vi.setConfig({ testTimeout: 60_000 });

const digits = readDigits();
const config = { ...DEFAULT_CONFIG, p: 3, k: 2 };
const start: Extract<Request, { type: 'start' }> = {
  type: 'start',
  config,
  digitsUrl: 'digits',
  computeWith: { choice: 'fastest' },
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

let replies: Reply[];
let digitsFail: boolean;

beforeEach(() => {
  replies = [];
  digitsFail = false;
});

function sessionWith(...backends: Backend[]) {
  return createSession({
    post: (reply) => replies.push(reply),
    loadDigits: async () => {
      if (digitsFail) throw new DownloadError('The connection failed.');
      return digits;
    },
    backends,
    yieldToMessages: () => new Promise((resolve) => setTimeout(resolve)),
  });
}

const kinds = () => replies.map(({ type }) => type);
const stepsOf = (list: Reply[]) =>
  list.flatMap((reply) => (reply.type === 'progress' ? reply.steps : []));

describe('a session', () => {
  test('trains one step at a time and judges each', async () => {
    const session = sessionWith(working('wasm'));
    await session.handle(start);
    await session.handle({ type: 'step' });
    await session.handle({ type: 'step' });
    expect(stepsOf(replies).map(({ step }) => step)).toEqual([1, 2]);
    const judged = replies.flatMap((reply) =>
      reply.type === 'progress' && reply.evaluation ? reply.evaluation.step : [],
    );
    expect(judged).toEqual([1, 2]);
    expect(kinds().at(-1)).toBe('paused');
  });

  test('runs until it is told to pause', async () => {
    const session = sessionWith(working('wasm'));
    await session.handle(start);
    const running = session.handle({ type: 'run' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await session.handle({ type: 'pause' });
    await running;
    expect(kinds().at(-1)).toBe('paused');
    expect(stepsOf(replies).length).toBeGreaterThan(1);
  });

  test('tells its weights, and where any image would lie', async () => {
    const session = sessionWith(working('wasm'));
    await session.handle({ type: 'weights' });
    expect(replies).toEqual([{ type: 'weights', saved: undefined }]);
    await session.handle(start);
    await session.handle({ type: 'step' });
    const { images } = digits.heldOut;
    await session.handle({ type: 'embed', images: images.slice(784, 2 * 784) });
    await session.handle({ type: 'weights' });
    const [embedded, weights] = replies.slice(-2);
    const shown = replies.flatMap((reply) =>
      'embedding' in reply && reply.embedding ? [reply.embedding] : [],
    );
    const points = embedded?.type === 'embedded' ? [...embedded.points!] : [];
    expect(points).toHaveLength(2);
    points.forEach((value, axis) => {
      expect(value).toBeCloseTo(shown.at(-1)![2 + axis]!, 4);
    });
    expect(weights?.type === 'weights' && weights.saved?.weights.map(({ shape }) => shape)).toEqual(
      [[784, 256], [256], [256, 128], [128], [128, 2], [2]],
    );
  });

  test('tells the batch of the last step, paused or in mid-run', async () => {
    const session = sessionWith(working('wasm'));
    await session.handle(start);
    await session.handle({ type: 'inspect' });
    expect(replies.at(-1)).toEqual({ type: 'inspected', batch: undefined });
    await session.handle({ type: 'step' });
    await session.handle({ type: 'inspect' });
    expect(replies.at(-1)).toMatchObject({ type: 'inspected', batch: { step: 1 } });
    const running = session.handle({ type: 'run' });
    await session.handle({ type: 'inspect' });
    await session.handle({ type: 'pause' });
    await running;
    const told = replies.filter((reply) => reply.type === 'inspected');
    expect(told).toHaveLength(3);
    expect(told[2]!.batch!.step).toBeGreaterThan(1);
  });

  test('starts over with the same numbers', async () => {
    const session = sessionWith(working('wasm'));
    for (const request of [start, { type: 'step' }, start, { type: 'step' }] as Request[]) {
      await session.handle(request);
    }
    const [first, second] = stepsOf(replies);
    expect(second).toEqual(first);
  });

  test('goes on under other settings in mid-run, and says from which step; or why it cannot', async () => {
    const session = sessionWith(working('cpu'));
    await session.handle(start);
    await session.handle({ type: 'step' });
    await session.handle({ type: 'change', config: { ...config, margin: 2 } });
    expect(replies.at(-1)).toMatchObject({
      type: 'changed',
      step: 1,
      config: { margin: 2 },
      collapseLoss: collapseLoss({ ...config, margin: 2 }),
    });
    await session.handle({ type: 'change', config: { ...config, seed: config.seed + 1 } });
    expect(replies.at(-1)).toMatchObject({
      type: 'refused',
      reason: expect.stringContaining('seed cannot change while a run goes on'),
    });
    await session.handle({ type: 'step' });
    expect(stepsOf(replies).map(({ step }) => step)).toEqual([1, 2]);
  });

  test('goes on with the next backend when one does not start, and says so', async () => {
    const session = sessionWith(refusing('wasm'), working('webgl'));
    await session.handle(start);
    expect(replies).toContainEqual({
      type: 'fallback',
      from: 'wasm',
      reason: 'no such thing here',
    });
    expect(replies.at(-2)).toMatchObject({ type: 'ready', backend: 'webgl' });
  });

  test('begins the run again on the next backend when one is lost in mid-run', async () => {
    let lost = false;
    const session = sessionWith({ ...working('webgl'), isLost: () => lost }, working('cpu'));
    await session.handle(start);
    await session.handle({ type: 'step' });
    lost = true;
    await session.handle({ type: 'step' });
    const after = replies.slice(kinds().indexOf('fallback'));
    expect(after).toContainEqual(expect.objectContaining({ type: 'ready', backend: 'cpu' }));
    await session.handle({ type: 'pause' });
  });

  test('says when no backend is left', async () => {
    await sessionWith(refusing('wasm'), refusing('cpu')).handle(start);
    expect(replies.at(-1)).toMatchObject({ type: 'failed', kind: 'backend' });
  });

  test('tells a failed download and gets by with the next attempt', async () => {
    const session = sessionWith(working('wasm'));
    digitsFail = true;
    await session.handle(start);
    expect(replies.at(-1)).toMatchObject({ type: 'failed', kind: 'download' });
    digitsFail = false;
    await session.handle(start);
    expect(kinds()).toContain('ready');
  });

  test('refuses settings that cannot be trained with', async () => {
    await sessionWith(working('wasm')).handle({ ...start, config: { ...config, p: 99 } });
    expect(replies.at(-1)).toMatchObject({ type: 'failed', kind: 'settings' });
  });

  test('stops at a divergence', async () => {
    const session = sessionWith(working('wasm'));
    await session.handle({ ...start, config: { ...config, learningRate: 1e6 } });
    await session.handle({ type: 'run' });
    expect(replies.at(-1)).toMatchObject({ type: 'failed', kind: 'diverged' });
    expect(stepsOf(replies).length).toBeGreaterThan(0);
  });
});

test('a run that is begun anew and told to run never says in between that it has paused', async () => {
  const session = sessionWith(working('wasm'));
  await session.handle(start);
  replies = [];
  const starting = session.handle(start);
  const running = session.handle({ type: 'run' });
  await starting;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(kinds()[0]).toBe('ready');
  expect(kinds()).not.toContain('paused');
  await session.handle({ type: 'pause' });
  await running;
  await expect.poll(() => kinds().at(-1)).toBe('paused');
});

describe('a session with other data or another beginning', () => {
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
  const ready = () => replies.flatMap((reply) => (reply.type === 'ready' ? [reply] : []));

  test('trains on the data that it is handed, keeps them, and returns to the digits', async () => {
    const session = sessionWith(working('wasm'));
    await session.handle({ ...start, ownData: own });
    await session.handle({ ...start, ownData: 'kept' });
    await session.handle(start);
    expect(ready().map(({ labels }) => labels.length)).toEqual([
      8,
      8,
      digits.heldOut.labels.length,
    ]);
    expect(ready()[1]!.embedding).toEqual(ready()[0]!.embedding);
  });

  test('goes on from a saved network, and refuses one that does not fit in a sentence', async () => {
    const session = sessionWith(working('wasm'));
    await session.handle(start);
    await session.handle({ type: 'step' });
    await session.handle({ type: 'weights' });
    const [saved] = replies.flatMap((reply) => (reply.type === 'weights' ? [reply.saved!] : []));
    const trained = replies.flatMap((reply) =>
      reply.type === 'progress' && reply.embedding ? [reply.embedding] : [],
    );
    await session.handle({ ...start, saved: saved! });
    expect(ready()[1]!.embedding).toEqual(trained.at(-1));
    await session.handle({ ...start, config: { ...config, dims: 3 }, saved: saved! });
    expect(replies.at(-1)).toEqual({
      type: 'failed',
      kind: 'settings',
      reason: 'dense3/kernel of the saved network should be of shape [128, 3], not [128, 2]',
    });
    await session.handle({ ...start, ownData: own, saved: saved! });
    expect(replies.at(-1)).toMatchObject({
      reason: 'the saved network takes samples of 28 × 28; the data have 1 × 3',
    });
  });

  describe('asked for what is fastest', () => {
    const onGraphics = (name: Backend['name'], found: Hardware, start = working(name).start) => ({
      ...working(name),
      start,
      hardware: async () => found,
    });
    const backendOf = () => replies.find((reply) => reply.type === 'ready')?.backend;

    test('measures nothing where there is but one processor', async () => {
      await sessionWith(working('wasm'), onGraphics('webgl', 'software'), working('cpu')).handle(
        start,
      );
      expect(kinds()).not.toContain('calibrating');
      expect(backendOf()).toBe('wasm');
    });

    test('measures where there is a graphics processor, says so and begins with the quickest', async () => {
      await sessionWith(
        { ...working('wasm'), start: () => useNodeBackend('cpu') },
        onGraphics('webgpu', 'graphics', () => useNodeBackend('wasm', { accelerated: true })),
      ).handle(start);
      expect(kinds().slice(0, 2)).toEqual(['calibrating', 'calibrated']);
      expect(backendOf()).toBe('webgpu');
    });

    test('believes what was measured before, for the same network', async () => {
      const known = { network: 'mlp', milliseconds: { wasm: 9, webgl: 3 } } as const;
      await sessionWith(working('wasm'), onGraphics('webgl', 'graphics')).handle({
        ...start,
        computeWith: { choice: 'fastest', known },
      });
      expect(kinds()).not.toContain('calibrating');
      expect(backendOf()).toBe('webgl');
    });

    test('heeds the reader’s choice, and falls back from it', async () => {
      const backends = [working('wasm'), onGraphics('webgl', 'software')];
      const asked = { ...start, computeWith: { choice: 'webgl' } } as const;
      await sessionWith(...backends).handle(asked);
      expect(backendOf()).toBe('webgl');
      replies = [];
      await sessionWith(working('wasm'), refusing('webgl')).handle(asked);
      expect(replies).toContainEqual({
        type: 'fallback',
        from: 'webgl',
        reason: 'no such thing here',
      });
      expect(backendOf()).toBe('wasm');
    });

    test('measures again on demand, software too, and has no run afterwards', async () => {
      const session = sessionWith(working('wasm'), onGraphics('webgl', 'software'));
      await session.handle(start);
      await session.handle({ type: 'calibrate', network: 'mlp' });
      const told = replies.at(-1);
      expect(told?.type === 'calibrated' && Object.keys(told.calibration.milliseconds)).toEqual([
        'wasm',
        'webgl',
      ]);
      await session.handle({ type: 'weights' });
      expect(replies.at(-1)).toEqual({ type: 'weights', saved: undefined });
    });
  });
});
