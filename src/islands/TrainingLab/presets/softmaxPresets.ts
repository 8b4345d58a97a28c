import { DEFAULT_CONFIG, type TrainingConfig } from '#training/config.ts';
import { withLoss, withSampler } from '#training/settings/choices.ts';
import type { Preset } from './preset.ts';

const under = (
  loss: TrainingConfig['loss'],
  settings: Partial<TrainingConfig>,
): TrainingConfig => ({
  ...DEFAULT_CONFIG,
  ...withLoss(DEFAULT_CONFIG, loss),
  learningRate: 0.001,
  reducer: 'mean',
  normalise: true,
  dims: 32,
  ...settings,
});

const SIMCLR = under('nt-xent', { ...withSampler('views'), temperature: 0.2 });
const SUP_CON = under('sup-con', {});
const ARC_FACE = under('arc-face', { dims: 3 });
const NO_VARIANCE = under('vicreg', { ...withSampler('views'), variance: 0 });

/** Runs of what compares a sample with many at once, or with a vector for each class. */
export const SOFTMAX_PRESETS: readonly Preset[] = [
  {
    name: 'SimCLR on digits',
    about:
      'NT-Xent without labels, as SimCLR has it: 128 digits in a batch, and two views of each, turned, shifted, scaled and sheared. It is told only which two views are of one image. Watch k-NN rise all the same, and the needle under the curves: a coordinate of the unit vectors comes to vary as much as where they fill the sphere evenly. After 1,000 steps ten labels a class let the nearest of them name 0.82 of the other held-out digits in each of our three runs, where raw pixels name 0.72.',
    config: SIMCLR,
  },
  {
    name: 'SupCon',
    about:
      'The eleven other digits of a class are all positives in one softmax: together they should have all of it, and every sample of another class is pushed off by its share. Watch the loss come down from the line of a collapse towards the lower one, ln 11, which it cannot pass, as eleven positives share what there is.',
    config: SUP_CON,
  },
  {
    name: 'ArcFace on the sphere',
    about:
      'Nothing is mined: each digit is compared with one learned vector for each class, the stars, and the angle to its own is widened by half a radian. In three dimensions, so that the sphere can be seen: drag to turn it, and watch digits and stars share out its surface.',
    config: ARC_FACE,
  },
  {
    name: 'VICReg without its variance',
    about:
      'Two views of a digit should agree, and nothing is compared with another digit. What prevents collapse in VICReg is that every coordinate has to vary; here that weight is 0. Watch the needle fall towards one point, while the loss falls too.',
    config: NO_VARIANCE,
  },
];
