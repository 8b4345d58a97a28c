import { describe, expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '#training/config.ts';
import { type SavedNetwork, writeLayersModel } from '#training/network/layersModel.ts';
import { networkShapes } from '#training/network/networkSize.ts';
import { readModelFiles, settingsFor } from './modelFiles.ts';

const saved = (dims: number): SavedNetwork => ({
  network: 'mlp',
  height: 2,
  width: 2,
  weights: [...networkShapes('mlp', { height: 2, width: 2, dims })].map(([name, shape]) => ({
    name,
    shape,
    values: new Float32Array(shape.reduce((size, length) => size * length, 1)).fill(0.5),
  })),
});

describe('the files of a network', () => {
  test('are read in either order, and ask for its like', async () => {
    const { json, bytes } = writeLayersModel(saved(3));
    const files = [
      new File([Uint8Array.from(bytes)], 'weights.bin'),
      new File([json], 'model.json'),
    ];
    expect(await readModelFiles(files)).toEqual(saved(3));
    expect(await readModelFiles(files.toReversed())).toEqual(saved(3));
    const config = { ...DEFAULT_CONFIG, network: 'small-conv', seed: 5 } as const;
    expect(settingsFor(saved(3), config)).toEqual({ ...config, network: 'mlp', dims: 3 });
  });

  test('say whether embeddings have length 1, and files that do not say leave the setting alone', async () => {
    const { json, bytes } = writeLayersModel({ ...saved(2), normalise: true });
    const files = [
      new File([Uint8Array.from(bytes)], 'weights.bin'),
      new File([json], 'model.json'),
    ];
    const read = await readModelFiles(files);
    expect(read.normalise).toBe(true);
    expect(settingsFor(read, DEFAULT_CONFIG).normalise).toBe(true);
    const unit = { ...DEFAULT_CONFIG, normalise: true };
    expect(settingsFor(saved(2), unit).normalise).toBe(true);
  });

  test('are refused when one is missing, or when the lab has no such space', async () => {
    await expect(readModelFiles([new File(['{}'], 'model.json')])).rejects.toThrow(
      'choose model.json and weights.bin together, not model.json',
    );
    expect(() => settingsFor(saved(5), DEFAULT_CONFIG)).toThrow('into 5 dimensions');
  });
});
