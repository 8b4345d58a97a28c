import { DEFAULT_CONFIG, type TrainingConfig } from '#training/config.ts';
import type { History } from '#training/run/history.ts';
import { withMiner } from '#training/settings/choices.ts';
import { passageOf } from '../verdict/passage.ts';
import { isRescued } from '../verdict/rescued.ts';
import type { Preset } from './preset.ts';
import { SOFTMAX_PRESETS } from './softmaxPresets.ts';

/** What brings a collapsed run back in mid-run. */
export const RESCUE = withMiner('batch-all');

export const COLLAPSING: TrainingConfig = {
  ...DEFAULT_CONFIG,
  miner: 'batch-hard',
  learningRate: 0.001,
};

/** Batch-hard with room to sort itself: on the unit sphere of 32 dimensions. */
export const THROUGH: TrainingConfig = {
  ...COLLAPSING,
  distance: 'plain',
  margin: 0.2,
  reducer: 'mean',
  dims: 32,
  normalise: true,
};

const STUCK: TrainingConfig = { ...THROUGH, distance: 'squared' };

/** By then a run has shown whether it turns. */
const LONG_ENOUGH = 800;

/** Runs worth starting from. */
export const PRESETS: readonly Preset[] = [
  {
    name: 'Batch-all',
    about:
      'Every triplet of a batch, averaged over those with a loss. Watch ten clusters come out of the muddle, and the active share fall while the loss hardly moves.',
    config: DEFAULT_CONFIG,
  },
  {
    name: 'FaceNet’s recipe',
    about:
      'Semi-hard negatives within the batch, squared distance, embeddings of length 1, margin 0.2, as FaceNet had it. FaceNet drew one negative for each pair, where all of them count here; it embedded in 128 dimensions and trained with SGD and AdaGrad; here they are three, so that the sphere can be seen, and Adam. Drag to turn it, and watch the classes share out its surface.',
    config: { ...DEFAULT_CONFIG, miner: 'semi-hard', margin: 0.2, normalise: true, dims: 3 },
  },
  {
    name: 'In defense of the triplet loss',
    about:
      'Batch-hard, plain distance, soft margin, four images a class and Adam, as in Hermans et al. Their TriNet had 18 people in a batch and had been trained before, their LuNet 32 and began from scratch; here they are ten digits, a fresh network and the plane. Watch the spread while the loss sinks towards the line at ln 2, where it stands for a cloud in one point.',
    config: {
      ...DEFAULT_CONFIG,
      miner: 'batch-hard',
      distance: 'plain',
      softMargin: true,
      k: 4,
      learningRate: 0.0003,
    },
  },
  {
    name: 'The post’s reference',
    about:
      'The conv net of the post that this article grew from, 194,946 parameters, each image turned by up to 5°. A step on the same batch takes about a hundred times as long as the MLP’s, so the batch is smaller: give it a minute or two, and watch the accuracy against the steps rather than the clock.',
    config: {
      ...DEFAULT_CONFIG,
      network: 'reference-conv',
      augmentation: 'rotation',
      k: 4,
      learningRate: 0.001,
    },
  },
  {
    name: 'Collapse',
    about:
      'Batch-hard on squared distances from a fresh network: everything falls into almost one point. Watch the loss settle on the line at the margin. That alone could be a slow start: the spread, far below the line at √m, says what it is.',
    config: COLLAPSING,
  },
  {
    name: 'Rescue',
    about:
      'Begins as Collapse does. Once the loss stands on the line at the margin, choose batch-all or all semi-hard under “Settings”, and go on in mid-run: a point is no dead end. In our trials, three seeds each, either brought it back to an accuracy of about 0.9 within three hundred steps, and random triplets to 0.8.',
    // The same run under another seed, so that a link tells the two apart.
    config: { ...COLLAPSING, seed: 2 },
    isDone: isRescued,
  },
  {
    name: 'Through the eye',
    about:
      'Batch-hard on plain distances, with the room of a sphere in 32 dimensions. Run it for 1,500 steps, close up, with “More curves” unfolded: the cloud shrinks to about a fiftieth of its size and sorts itself while it is small; once d_an/d_ap of the hardest triplets has passed 1, between steps 400 and 800, it grows again.',
    config: THROUGH,
    view: { closeUp: true },
    isDone: (history) => passageOf(history, THROUGH) === 'through',
  },
  {
    name: 'Stuck before it',
    about:
      'The same run with squared distances, and nothing else changed. Run it for 800 steps at least, close up: it shrinks as the other did, but the harder a triplet, the weaker its squared push, so that the order hardly changes, d_an/d_ap stays below 1 and the cloud small. k-NN accuracy, near 0.8, does not show it: look at the spread.',
    config: STUCK,
    view: { closeUp: true },
    isDone: ({ steps }) => (steps.at(-1)?.step ?? 0) >= LONG_ENOUGH,
  },
  ...SOFTMAX_PRESETS,
];

/** Whether a run would be a preset's. */
export const isPreset = ({ config: preset }: Preset, config: TrainingConfig): boolean =>
  (Object.keys(preset) as (keyof TrainingConfig)[]).every(
    (name) => String(preset[name]) === String(config[name]),
  );

interface Followed {
  /** As the reader has set it. */
  readonly config: TrainingConfig;
  /** What the run that is shown began with; missing where there is none. */
  readonly firstConfig: TrainingConfig | undefined;
  readonly history: History;
}

/**
 * The preset that is followed: the one that the run began with until all is done that it asks for, or
 * else the one that is chosen.
 */
export function followedPreset({ config, firstConfig, history }: Followed): Preset | undefined {
  const chosen = PRESETS.find((preset) => isPreset(preset, config));
  const begun = firstConfig && PRESETS.find((preset) => isPreset(preset, firstConfig));
  const unfinished = begun?.isDone && !begun.isDone(history) ? begun : undefined;
  return unfinished ?? chosen;
}
