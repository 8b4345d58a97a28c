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
import { isIdle, withLoss, withSampler } from '#training/settings/choices.ts';
import { SETTINGS } from '#training/settings/table.ts';
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

const python = spawnSync('python3', ['--version']).status === 0;

describe('the PyTorch script of a run', () => {
  test.skipIf(!python)('is Python, for every combination of choices', () => {
    const folder = mkdtempSync(join(tmpdir(), 'pytorch-'));
    try {
      const files = [...combinations, ...others].map((config, index) => {
        const file = join(folder, `run${index}.py`);
        writeFileSync(file, pytorchScript(config));
        return file;
      });
      expect(files.length).toBeGreaterThan(60);
      const { status, stderr } = spawnSync('python3', ['-m', 'py_compile', ...files]);
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
    const script = pytorchScript(DEFAULT_CONFIG, [{ step: 120, text: 'margin 2, rate 0.01' }]);
    expect(script).toContain('The run changed to this after 120 steps: margin 2, rate 0.01.\n');
    expect(pytorchScript(DEFAULT_CONFIG)).not.toContain('changed to this');
  });

  test('seeds whatever draws, so that it gives the same numbers twice', () => {
    const script = pytorchScript(DEFAULT_CONFIG);
    expect(script).toContain('torch.manual_seed(SEED)\nnumpy.random.seed(SEED)');
    expect(script).toContain('import numpy\n');
  });

  test('is refused, as a run is, where the digits cannot fill a batch', () => {
    expect(() => pytorchScript({ ...DEFAULT_CONFIG, p: 12 })).toThrow(/12.*10/);
    expect(() => pytorchScript({ ...DEFAULT_CONFIG, classes: [3, 5] })).toThrow(RangeError);
  });
});
