import { DEFAULT_CONFIG, type TrainingConfig } from '../config.ts';
import { lossOf, withLoss } from '../settings/choices.ts';

/** What the reader may choose for a network of faces. */
export type FaceChoices = Pick<TrainingConfig, 'loss' | 'miner'>;

/** Semi-hard triplets of points on a sphere in 32 dimensions, after FaceNet (Schroff et al. 2015). */
export const FACE_CHOICES: FaceChoices = { loss: 'triplet', miner: 'semi-hard' };

/** Found by trying, on the calibration people: ArcFace's own margin is 0.5. */
const ARC_FACE_MARGIN = 0.2;

/** A run on faces: the loss as the literature has it, with what suits points of length 1. */
export const faceConfig = ({ loss, miner }: FaceChoices): TrainingConfig => ({
  ...DEFAULT_CONFIG,
  ...withLoss({ miner }, loss),
  ...lossOf({ loss }).usualOnSphere,
  angularMargin: ARC_FACE_MARGIN,
  network: 'small-conv',
  data: 'faces',
  dims: 32,
  normalise: true,
  p: 32,
  k: 4,
  learningRate: 0.001,
});

/** Handwriting instead of faces: what is trained on, and what judges. */
export const TRAINED_DIGITS = [0, 1, 2, 3, 4, 5, 6, 7] as const;
export const UNSEEN_DIGITS = [8, 9] as const;
/** By so many of a class: more pairs would say no more. */
export const DIGITS_OF_A_CLASS = 40;

/** The same network and loss, for classes rather than people. */
export const DIGIT_CONFIG: TrainingConfig = {
  ...faceConfig(FACE_CHOICES),
  data: 'digits',
  p: TRAINED_DIGITS.length,
  k: 16,
  classes: TRAINED_DIGITS,
};
