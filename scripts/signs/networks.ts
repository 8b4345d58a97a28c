import type { Dataset, Samples } from '#data/dataset.ts';
import { rowsOf } from '#data/dataset.ts';
import { GLYPH_SIDE } from '#data/glyphs/glyph.ts';
import { drawGlyphs, GLYPHS } from '#data/glyphs/kinds.ts';
import { DEFAULT_CONFIG, type TrainingConfig } from '#training/config.ts';

/** The classes of digits that are trained on, and those that judge. */
const TRAINED_DIGITS = [0, 1, 2, 3, 4, 5];
export const UNSEEN_DIGITS = [6, 7, 8, 9];
export const SEEDS = [1, 2, 3];

/** A network that is trained once for each seed: on digits or on glyphs. */
export interface SignRun {
  readonly id: string;
  readonly data: 'digits' | 'glyphs';
  readonly settings: Partial<TrainingConfig>;
  readonly steps: number;
}

const SPHERE = { dims: 32, normalise: true, learningRate: 0.001 } as const;
const SIX_DIGITS = { classes: TRAINED_DIGITS } as const;
/** Semi-hard triplets on the sphere, as the chapter on faces has them. */
const TRIPLET = {
  ...SPHERE,
  ...SIX_DIGITS,
  loss: 'triplet',
  miner: 'semi-hard',
  margin: 0.2,
  p: TRAINED_DIGITS.length,
  k: 20,
} as const;
const SOFTMAX = { ...SPHERE, loss: 'nt-xent', miner: 'batch-all', reducer: 'mean' } as const;
/** Two views of each image, and no labels. */
const VIEWS = {
  ...SOFTMAX,
  ...SIX_DIGITS,
  temperature: 0.2,
  sampler: 'views',
  augmentation: 'distortion',
  p: 128,
  k: 2,
} as const;

export const SIGN_RUNS = [
  { id: 'untrained', data: 'digits', steps: 0, settings: { ...TRIPLET, network: 'small-conv' } },
  { id: 'triplet-mlp', data: 'digits', steps: 800, settings: { ...TRIPLET, network: 'mlp' } },
  {
    id: 'triplet-mlp-distorted',
    data: 'digits',
    steps: 800,
    settings: { ...TRIPLET, network: 'mlp', augmentation: 'distortion' },
  },
  { id: 'triplet', data: 'digits', steps: 800, settings: { ...TRIPLET, network: 'small-conv' } },
  {
    id: 'triplet-all',
    data: 'digits',
    steps: 800,
    settings: { ...TRIPLET, miner: 'batch-all', network: 'small-conv' },
  },
  // As the views in all but the labels, and in what a batch is of.
  {
    id: 'labels-mlp',
    data: 'digits',
    steps: 800,
    settings: {
      ...VIEWS,
      sampler: 'classes',
      p: TRAINED_DIGITS.length,
      k: 20,
      network: 'mlp',
    },
  },
  { id: 'views-mlp', data: 'digits', steps: 1000, settings: { ...VIEWS, network: 'mlp' } },
  { id: 'views', data: 'digits', steps: 1000, settings: { ...VIEWS, network: 'small-conv' } },
  {
    id: 'glyphs',
    data: 'glyphs',
    steps: 2000,
    settings: { ...SOFTMAX, temperature: 0.1, network: 'small-conv', p: 32, k: 4 },
  },
] as const satisfies readonly SignRun[];

export const runOf = (id: (typeof SIGN_RUNS)[number]['id']): SignRun =>
  SIGN_RUNS.find((run) => run.id === id)!;

export const configOf = ({ settings }: SignRun, seed: number): TrainingConfig => ({
  ...DEFAULT_CONFIG,
  ...settings,
  seed,
});

/** What runs are trained on, and what judges them: classes that none of them saw. */
export function signData(digits: Dataset) {
  const [training, calibration, test] = [
    drawGlyphs(GLYPHS.training),
    drawGlyphs(GLYPHS.calibration),
    drawGlyphs(GLYPHS.test),
  ];
  const glyphs: Dataset = {
    height: GLYPH_SIDE,
    width: GLYPH_SIDE,
    training,
    heldOut: calibration,
  };
  return { digits, glyphs, calibration, test, unseenDigits: pick(digits, UNSEEN_DIGITS) };
}

export type SignData = ReturnType<typeof signData>;

/** The held-out digits of some classes. */
export function pick({ heldOut, height, width }: Dataset, classes: readonly number[]) {
  const { labels, images } = heldOut satisfies Samples;
  const size = height * width;
  const rows = rowsOf(labels, classes);
  const chosen = new Uint8Array(rows.length * size);
  rows.forEach((row, k) => {
    chosen.set(images.subarray(row * size, (row + 1) * size), k * size);
  });
  return { images: chosen, labels: rows.map((row) => labels[row]!) };
}
