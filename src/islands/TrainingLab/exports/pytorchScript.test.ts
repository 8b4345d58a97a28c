import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { distances } from '#metric/distances/registry.ts';
import { losses } from '#metric/losses/registry.ts';
import { miners } from '#metric/miners/registry.ts';
import { reducers } from '#metric/reducers/registry.ts';
import { samplers } from '#metric/samplers/registry.ts';
import { DEFAULT_CONFIG, type TrainingConfig, validateConfig } from '#training/config.ts';
import { networks } from '#training/network/networks/registry.ts';
import { isIdle, VECTOR_CHOICES, withLoss, withSampler } from '#training/settings/choices.ts';
import { SETTINGS } from '#training/settings/table.ts';
import { dataNpy } from './dataNpy.ts';
import { pytorchScript } from './pytorchScript.ts';

function isTrainable(config: TrainingConfig): boolean {
  try {
    validateConfig(config);
    return true;
  } catch {
    return false;
  }
}

const online = [...miners.keys()].filter((miner) => !miners.get(miner)!.offline);
const combinations = [...losses.keys()]
  .flatMap((loss) =>
    online.flatMap((miner) =>
      [...distances.keys()].flatMap((distance) =>
        [...reducers.keys()].flatMap((reducer) =>
          [false, true].map((softMargin) => ({
            ...DEFAULT_CONFIG,
            loss,
            miner,
            distance,
            reducer,
            softMargin,
          })),
        ),
      ),
    ),
  )
  .filter(isTrainable);

/** Each of the other choices once, all else as it stands. */
const others: readonly TrainingConfig[] = [
  ...[...networks.keys()].map((network) => ({ ...DEFAULT_CONFIG, network })),
  ...SETTINGS.dims.options.map(({ name: dims }) => ({ ...DEFAULT_CONFIG, dims, normalise: true })),
  { ...DEFAULT_CONFIG, optimiser: 'sgd' },
  { ...DEFAULT_CONFIG, augmentation: 'rotation' },
  ...[...samplers.keys()].map((sampler) => ({ ...DEFAULT_CONFIG, ...withSampler(sampler) })),
  { ...DEFAULT_CONFIG, p: 3, classes: [3, 5, 8] },
];

const OF_VECTORS: TrainingConfig = { ...DEFAULT_CONFIG, ...VECTOR_CHOICES };

/** Own data of two classes, ten samples of each to train on, two of each held out. */
function own(height: number, width: number, numbers: typeof Uint8Array | typeof Float32Array) {
  const part = (each: number) => ({
    images: new numbers(2 * each * height * width),
    labels: Int32Array.from({ length: 2 * each }, (_, row) => row % 2),
  });
  const data = { height, width, training: part(10), heldOut: part(2) };
  return { reference: { source: 'own', id: 'a', data } } as const;
}

const PYTHON = process.env['PYTHON'] ?? 'python3';
const python = spawnSync(PYTHON, ['--version']).status === 0;
const torch = spawnSync(PYTHON, ['-c', 'import torch, pytorch_metric_learning']).status === 0;

describe('the PyTorch script of a run', () => {
  test.skipIf(!python)('is Python, for every combination of choices', () => {
    const folder = mkdtempSync(join(tmpdir(), 'pytorch-'));
    try {
      const scripts = [
        ...[...combinations, ...others].map((config) => pytorchScript(config)),
        pytorchScript({ ...OF_VECTORS, p: 2 }, [], own(1, 3, Float32Array)),
      ];
      const files = scripts.map((script, index) => {
        const file = join(folder, `run${index}.py`);
        writeFileSync(file, script);
        return file;
      });
      expect(files.length).toBeGreaterThan(60);
      const { status, stderr } = spawnSync(PYTHON, ['-m', 'py_compile', ...files]);
      expect(stderr.toString()).toBe('');
      expect(status).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('is refused for offline mining', () => {
    expect(() => pytorchScript({ ...DEFAULT_CONFIG, miner: 'offline-hard' })).toThrow(
      'choose an online miner',
    );
  });

  test('differs wherever the choices do', () => {
    const told = combinations.filter((config) =>
      (['distance', 'softMargin'] as const).every(
        (name) => !isIdle(name, config) || config[name] === DEFAULT_CONFIG[name],
      ),
    );
    expect(new Set(told.map((config) => pytorchScript(config))).size).toBe(told.length);
  });

  test('has the network, space, optimiser, augmentation and classes of the run', () => {
    const script = pytorchScript({
      ...DEFAULT_CONFIG,
      network: 'reference-conv',
      dims: 3,
      normalise: true,
      optimiser: 'sgd',
      momentum: 0.5,
      augmentation: 'rotation',
      p: 3,
      classes: [0, 1, 2],
    });
    expect(script).toContain('nn.Conv2d(48, 48, 3, padding=1), nn.LeakyReLU(0.01)');
    expect(script).toContain('nn.Linear(64, 3)');
    expect(script).toContain('nn.functional.normalize(network(images))');
    expect(script).toContain(
      'torch.optim.SGD(network.parameters(), lr=LEARNING_RATE, momentum=0.5)',
    );
    expect(script).toContain('turned(images[batch])');
    expect(script).toContain('CLASSES = [0, 1, 2]');
  });

  test('defines no constant twice, whatever the loss goes with', () => {
    for (const loss of losses.keys())
      for (const augmentation of SETTINGS.augmentation.options) {
        const config = { ...DEFAULT_CONFIG, ...withLoss(DEFAULT_CONFIG, loss) };
        const script = pytorchScript({ ...config, augmentation: augmentation.name });
        const constants = [...script.matchAll(/^([A-Z_]+(?:, [A-Z_]+)*) = /gm)].flatMap(
          ([, names]) => names!.split(', '),
        );
        expect(new Set(constants).size, `${loss}, ${augmentation.name}`).toBe(constants.length);
      }
  });

  test('draws views, of each row one, and takes images for groups', () => {
    const script = pytorchScript({
      ...DEFAULT_CONFIG,
      ...withLoss(DEFAULT_CONFIG, 'nt-xent'),
      ...withSampler('views'),
    });
    expect(script).toContain('P, K = 128, 2  # images in a batch, views of each');
    expect(script).toContain('repeat_interleave(K)');
    expect(script).toContain('loss_of(embed(distorted(images[batch])), batch.to(DEVICE))');
  });

  test('has the numbers of the run, and the margin in the units of its distance', () => {
    const script = pytorchScript({ ...DEFAULT_CONFIG, margin: 1, p: 7, k: 3, seed: 42 });
    expect(script).toContain('MARGIN = 1.0  # in units of the squared distance');
    expect(script).toContain('P, K = 7, 3');
    expect(script).toContain('LEARNING_RATE = 0.003');
    expect(script).toContain('SEED = 42');
    expect(script).toContain('power=2');
  });

  test('tells in its heading what changed in mid-run', () => {
    const changes = [{ step: 120, text: 'margin 2, rate 0.01' }];
    const script = pytorchScript(DEFAULT_CONFIG, changes);
    expect(script).toContain('The run changed to this after 120 steps: margin 2, rate 0.01.\n');
    expect(pytorchScript(DEFAULT_CONFIG)).not.toContain('changed to this');
  });

  test('seeds whatever draws, so that it gives the same numbers twice', () => {
    const script = pytorchScript(DEFAULT_CONFIG);
    expect(script).toContain('torch.manual_seed(SEED)\nnumpy.random.seed(SEED)');
    expect(script).toContain('import numpy\n');
  });

  test('is refused, as a run is, where the digits cannot fill a batch, or settings disagree', () => {
    expect(() => pytorchScript({ ...DEFAULT_CONFIG, p: 12 })).toThrow(/12.*10/);
    expect(() => pytorchScript({ ...DEFAULT_CONFIG, classes: [3, 5] })).toThrow(RangeError);
    expect(() => pytorchScript({ ...DEFAULT_CONFIG, p: 2, classes: [3, 12] })).toThrow(
      'classes 12 are not in the data',
    );
    expect(() =>
      pytorchScript({ ...DEFAULT_CONFIG, miner: 'semi-hard', softMargin: true }),
    ).toThrow('compares with the margin');
  });

  test('tells the active share and the spread at every hundredth step', () => {
    const script = pytorchScript(DEFAULT_CONFIG);
    expect(script).toContain('active {active_share.item():.1%}');
    expect(script).toContain('spread {spread.item():.4f}');
    expect(script).toContain('class Counting(reducers.AvgNonZeroReducer):');
    const contrastive = { ...DEFAULT_CONFIG, ...withLoss(DEFAULT_CONFIG, 'contrastive') };
    expect(pytorchScript(contrastive)).toContain('def counting(losses):\n    count(losses)');
  });

  test('reads own data from the file beside it, in their size, with its last rows held out', () => {
    const script = pytorchScript({ ...OF_VECTORS, p: 2 }, [], own(1, 3, Float32Array));
    expect(script).toContain('rows = numpy.load("data.npy")');
    expect(script).toContain('HELD_OUT = 4  # rows');
    expect(script).toContain('images = values[:, :-1].reshape(-1, 1, 1, 3)');
    expect(script).toContain('nn.Linear(3, ');
    expect(script).not.toContain('torchvision');
    const images = pytorchScript({ ...DEFAULT_CONFIG, p: 2 }, [], own(8, 6, Uint8Array));
    expect(images).toContain('values[:, :-1].div(255).reshape(-1, 1, 8, 6)');
    expect(images).toContain('nn.Linear(48, ');
  });

  /** What a script prints after a hundred steps on own data of two classes, twice. */
  function printedTwice(config: TrainingConfig): readonly string[] {
    const folder = mkdtempSync(join(tmpdir(), 'pytorch-'));
    try {
      const source = own(1, 3, Float32Array);
      const { training, heldOut } = source.reference.data;
      for (const { images, labels } of [training, heldOut])
        images.forEach((_, at) => {
          images[at] = labels[Math.floor(at / 3)]! + Math.sin(at) / 9;
        });
      writeFileSync(join(folder, 'data.npy'), dataNpy(source.reference.data));
      const script = pytorchScript({ ...config, ...VECTOR_CHOICES, p: 2, k: 4 }, [], source);
      writeFileSync(join(folder, 'run.py'), script.replace('STEPS = 1200', 'STEPS = 100'));
      const run = () => `${spawnSync(PYTHON, ['run.py'], { cwd: folder }).stdout}`;
      return [run(), run()];
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  test.skipIf(!torch)(
    'learns own data, gives the same numbers twice, and tells what a run shows',
    () => {
      const [first, second] = printedTwice(DEFAULT_CONFIG);
      expect(first).toMatch(
        /^step 100: loss \d\.\d{4}, active \d+\.\d%; held out: recall@1 1\.0000, spread \d\.\d{4}\n$/,
      );
      expect(second).toBe(first);
    },
    60_000,
  );

  test('is refused for own data by what a run on them is refused by', () => {
    expect(() => pytorchScript(OF_VECTORS, [], own(1, 3, Float32Array))).toThrow(
      /10 classes in a batch .* there are 2/,
    );
    expect(() =>
      pytorchScript({ ...OF_VECTORS, p: 2, augmentation: 'rotation' }, [], own(1, 3, Float32Array)),
    ).toThrow('vectors cannot be rotated');
  });
});
