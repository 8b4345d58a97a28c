import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { memory } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { useNodeBackend } from '#support/nodeBackend.ts';
import { readDigits } from '#support/readDigits.ts';
import { drawFaceData } from '#data/faces/faceData.ts';
import { FACE_SIDE } from '#data/faces/faceSide.ts';
import { POPULATIONS } from '#data/faces/population.ts';
import { equalErrorRate } from '#metric/evaluation/equalErrorRate.ts';
import { picturePairs } from '#metric/evaluation/picturePairs.ts';
import { rocCurve } from '#metric/evaluation/roc.ts';
import type { Backend } from '../compute/backends.ts';
import { createEmbedder } from '../network/embedder.ts';
import type { Setup, TrainingSession } from '../service/contract.ts';
import { createService as createTrainingService } from '../service/service.ts';
import { DIGIT_CONFIG, FACE_CHOICES, faceConfig } from './faceConfig.ts';
import { createFaceService, type EmbeddedPopulation } from './faceService.ts';
import type { FaceSource } from './faceSources.ts';
import { decodeSnapshot, encodeSnapshot } from './snapshotFormat.ts';

const committed = () =>
  decodeSnapshot(
    gunzipSync(readFileSync(new URL('../../../src/data/files/faces.bin', import.meta.url))),
  );
const wasm: Backend = { name: 'wasm', start: () => useNodeBackend('wasm'), isLost: () => false };
const yieldToMessages = () => new Promise<void>((resolve) => setImmediate(resolve));

interface Over {
  readonly backends?: readonly Backend[];
  loadSnapshot?(): Promise<ReturnType<typeof committed>>;
}

function createService({ backends = [wasm], loadSnapshot = async () => committed() }: Over = {}) {
  const training = createTrainingService({
    backends,
    loadData: async () => drawFaceData(yieldToMessages),
    yieldToMessages,
  });
  const faces = createFaceService({
    workshop: training.workshop,
    loadSnapshot,
    loadDigits: async () => readDigits(),
  });
  return { ...faces, training };
}

function eerOf(population: EmbeddedPopulation): number {
  const { scores, same } = picturePairs(population, population.identities);
  return equalErrorRate(rocCurve(scores, same)).interpolated;
}

beforeAll(() => useNodeBackend('wasm'));

describe('a snapshot', () => {
  test('gives back every weight to half a step, and how it was trained', () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ min: -10, max: 10, noNaN: true }), { minLength: 1, maxLength: 40 }),
        (list) => {
          const values = Float32Array.from(list);
          const saved = {
            network: 'mlp',
            height: 2,
            width: 3,
            weights: [{ name: 'a', shape: [values.length], values }],
          };
          const back = decodeSnapshot(encodeSnapshot({ saved, run: { steps: 3 } }));
          expect(back.run).toEqual({ steps: 3 });
          expect({ ...back.saved, weights: [] }).toEqual({ ...saved, weights: [] });
          const step = Math.max(...list.map(Math.abs)) / 32767;
          back.saved.weights[0]!.values.forEach((value, i) => {
            expect(Math.abs(value - values[i]!)).toBeLessThanOrEqual(0.51 * step + 1e-6);
          });
        },
      ),
    );
  });

  test('that is something else, or not all there, is refused', () => {
    const bytes = encodeSnapshot(committed());
    expect(() => decodeSnapshot(bytes.slice(0, -1))).toThrow(/a snapshot of \d+ bytes has \d+/);
    expect(() => decodeSnapshot(new Uint8Array(40))).toThrow('should begin with "FACES-01"');
  });

  test('with the weights of another network is refused, and leaves no tensors', () => {
    const { saved } = committed();
    const before = memory().numTensors;
    expect(() => createEmbedder({ ...saved, network: 'mlp' }, true)).toThrow(
      'dense1/kernel should be of shape [1024, 256], not [1024, 64]',
    );
    expect(memory().numTensors).toBe(before);
  });
});

describe('the network that the chapter brings along', () => {
  test('errs on people whom it never saw at most half as often as their pixels do', async () => {
    const service = createService();
    const raw = eerOf(await service.population('test', 'raw'));
    const untrained = eerOf(await service.population('test', 'untrained'));
    const pretrained = eerOf(await service.population('test', 'pretrained'));
    expect(raw).toBeGreaterThan(0.3);
    expect(untrained).toBeGreaterThan(0.3);
    expect(pretrained).toBeLessThan(raw / 2);
  });

  test('is the one that `npm run faces` makes', () => {
    const { saved, run } = committed();
    expect(run).toMatchObject({ ...FACE_CHOICES, dims: 32, normalise: true, seed: 1 });
    expect([saved.height, saved.width]).toEqual([FACE_SIDE, FACE_SIDE]);
  });
});

describe('training on faces', () => {
  const setup: Setup = {
    config: faceConfig(FACE_CHOICES),
    data: { source: 'faces' },
    computeWith: { choice: 'wasm' },
    judging: 'on-demand',
  };

  test('is what the training service does, and makes the source "trained"', async () => {
    const { training, ...faces } = createService();
    await expect(faces.embed(new Uint8Array(FACE_SIDE ** 2), 'trained')).rejects.toThrow(
      'No network has been trained here yet.',
    );
    const session = (await training.open(setup, async () => {})) as TrainingSession;
    expect(session).not.toHaveProperty('reason');
    await session.step(5);
    const values = (await session.embed())!;
    const { calibration } = POPULATIONS;
    const rows = calibration.people * calibration.pictures;
    const identities = Array.from({ length: rows }, (_, i) => Math.floor(i / calibration.pictures));
    expect(faces.errorRate({ values, rows, dims: 32 }, identities)).toBeLessThan(0.5);
    await faces.adopt((await session.weights())!);
    const embedded = await faces.embed(new Uint8Array(2 * FACE_SIDE ** 2), 'trained');
    expect([embedded.rows, embedded.dims]).toEqual([2, 32]);
    expect(Math.hypot(...embedded.values.subarray(0, 32))).toBeCloseTo(1, 5);
  }, 600_000);

  test('leaves a network of digits to be judged by those that it never saw', async () => {
    const { training, ...faces } = createService();
    const digits = createTrainingService({
      backends: [wasm],
      loadData: async () => readDigits(),
      yieldToMessages,
    });
    const session = (await digits.open(
      { ...setup, config: DIGIT_CONFIG, data: { source: 'digits' } },
      async () => {},
    )) as TrainingSession;
    await session.step(5);
    const { images, test: judged } = await faces.verifyDigits((await session.weights())!);
    expect(images).toHaveLength(2 * 40 * 28 ** 2);
    expect(judged.genuine.reduce((sum, count) => sum + count, 0)).toBe((2 * 40 * 39) / 2);
    training.closeAll();
  }, 600_000);

  test('without any backend says so, and tries again when asked again', async () => {
    let isBroken = true;
    const flaky: Backend = {
      ...wasm,
      start: async () => {
        if (isBroken) throw new Error('no');
        await wasm.start();
      },
    };
    const service = createService({ backends: [flaky] });
    const image = new Uint8Array(FACE_SIDE ** 2);
    await expect(service.embed(image, 'untrained')).rejects.toThrow(
      'No way to compute is left in this browser',
    );
    isBroken = false;
    await expect(service.embed(image, 'untrained')).resolves.toMatchObject({ rows: 1 });
  });

  test('a snapshot that could not be had is asked for again', async () => {
    const answers: (() => Promise<ReturnType<typeof committed>>)[] = [
      async () => {
        throw new Error('The trained network could not be downloaded.');
      },
      async () => committed(),
    ];
    const service = createService({ loadSnapshot: () => answers.shift()!() });
    const image = new Uint8Array(FACE_SIDE ** 2);
    const asked: FaceSource = 'pretrained';
    await expect(service.embed(image, asked)).rejects.toThrow('could not be downloaded');
    await expect(service.embed(image, asked)).resolves.toMatchObject({ rows: 1, dims: 32 });
  });
});

describe('a gallery', () => {
  test('is searched by distance: nobody matches at 0, everyone the first person at 2', async () => {
    const service = createService();
    const told: number[] = [];
    const nobody = await service.searchGallery({ threshold: 0 }, (enrolled) => told.push(enrolled));
    expect(nobody.every((at) => at === POPULATIONS.gallery.people + 1)).toBe(true);
    expect(told.at(-1)).toBe(POPULATIONS.gallery.people);
    const everyone = await service.searchGallery({ threshold: 2.01 }, () => {});
    expect(everyone.every((at) => at === 1)).toBe(true);
  }, 600_000);
});
