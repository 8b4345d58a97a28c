import { describe, expect, test } from 'vitest';
import type { Dataset } from '#data/dataset.ts';
import { DEFAULT_CONFIG, type TrainingConfig } from './config.ts';
import { checkFit, checkSaved, trainedClasses } from './fits.ts';
import { networkShapes } from './network/networkSize.ts';

/** Two samples of each of these classes, in both parts. */
function dataOf(classes: readonly number[], height: number, width: number): Dataset {
  const labels = Int32Array.from(classes.flatMap((label) => [label, label]));
  const samples = { images: new Float32Array(labels.length * height * width), labels };
  return { height, width, training: samples, heldOut: samples };
}

const digits = dataOf([9, 4, 7], 28, 28);
const config: TrainingConfig = { ...DEFAULT_CONFIG, p: 3, k: 2 };
const fitting =
  (change: Partial<TrainingConfig>, data = digits) =>
  () =>
    checkFit({ ...config, ...change }, data);

describe('the classes that are trained on', () => {
  test('are those of the data, or those that were chosen, ascending', () => {
    expect(trainedClasses(config, digits)).toEqual([4, 7, 9]);
    expect(trainedClasses({ ...config, classes: [9, 4] }, digits)).toEqual([4, 9]);
  });
});

describe('a configuration and data', () => {
  test('go together where there are classes enough', () => {
    expect(fitting({})).not.toThrow();
    expect(fitting({ p: 2, classes: [4, 9] })).not.toThrow();
  });

  test('ask two views for as many samples as the batch has, not for classes', () => {
    expect(fitting({ sampler: 'views', p: 6 })).not.toThrow();
    expect(fitting({ sampler: 'views', p: 7 })).toThrow(
      '7 different samples in a batch need as many to train on, and there are 6: choose a smaller p',
    );
    expect(fitting({ sampler: 'views', p: 5, classes: [4, 9] })).toThrow('there are 4');
  });

  test('do not where a class is missing, or there are too few for a batch', () => {
    expect(fitting({ p: 2, classes: [4, 5, 6] })).toThrow(
      'classes 5, 6 are not in the data, which have 4, 7, 9',
    );
    expect(fitting({ p: 4 })).toThrow(
      '4 classes in a batch need as many to train on, and there are 3: choose a smaller p',
    );
    expect(fitting({ p: 3, classes: [4, 9] })).toThrow('there are 2');
  });

  test('do not where images are too small to convolve; the perceptron takes any', () => {
    expect(fitting({ network: 'small-conv' }, dataOf([1, 2, 3], 4, 4))).not.toThrow();
    for (const [height, width] of [
      [3, 8],
      [8, 3],
    ] as const) {
      const small = dataOf([1, 2, 3], height, width);
      expect(fitting({ network: 'small-conv' }, small)).toThrow(
        `"small-conv" needs images of at least 4 × 4, not ${height} × ${width}: choose "mlp"`,
      );
      expect(fitting({}, small)).not.toThrow();
    }
  });

  test('do not where vectors would have to be rotated', () => {
    const vectors = dataOf([1, 2, 3], 1, 8);
    expect(fitting({ augmentation: 'rotation' }, vectors)).toThrow(
      'vectors cannot be rotated or distorted: choose no augmentation',
    );
    expect(fitting({}, vectors)).not.toThrow();
    expect(fitting({ augmentation: 'rotation' })).not.toThrow();
  });

  test('are refused when the data are not whole', () => {
    expect(fitting({}, { ...digits, height: 27 })).toThrow('training samples');
  });
});

describe('a saved network', () => {
  const size = { height: 8, width: 6 };
  const saved = {
    network: 'mlp' as const,
    ...size,
    weights: [...networkShapes('mlp', { ...size, dims: 2 })].map(([name, shape]) => ({
      name,
      shape: [...shape],
      values: new Float32Array(shape.reduce((product, length) => product * length, 1)),
    })),
  };
  const check =
    (change: object = {}, wanted: Partial<TrainingConfig> = {}, data: Partial<typeof size> = {}) =>
    () =>
      checkSaved({ ...saved, ...change }, { ...config, ...wanted }, { ...size, ...data });

  test('goes with the configuration and the data that it was made for', () => {
    expect(check()).not.toThrow();
  });

  test('does not go with another network, or with samples of another size', () => {
    expect(check({}, { network: 'small-conv' })).toThrow('is a "mlp", not a "small-conv"');
    expect(check({}, {}, { height: 9 })).toThrow('takes samples of 8 × 6; the data have 9 × 6');
    expect(check({}, {}, { width: 9 })).toThrow('takes samples of 8 × 6; the data have 8 × 9');
  });

  test('does not go with another number of dimensions, or without one of its arrays', () => {
    expect(check({}, { dims: 16 })).toThrow(
      'dense3/kernel of the saved network should be of shape [128, 16], not [128, 2]',
    );
    expect(check({ weights: saved.weights.slice(1) })).toThrow(
      'dense1/kernel of the saved network should be of shape [48, 256], not [missing]',
    );
  });
});
