import { LEVELS, type Moment, type Recording } from '#data/recordings/recordingFormat.ts';
import { leaveOneOutKnnAccuracy } from '#metric/evaluation/knn.ts';
import { concaveEnvelope } from './envelope.ts';
import { selectKeyframes } from './selectKeyframes.ts';

/** Candidates for a keyframe lie this share of the steps done apart: the first steps move most. */
const STRIDE = 1 / 20;
const NEIGHBOURS = 5;
/** A recording is of an embedding in the plane. */
const DIMS = 2;
/** Free room around the outermost digit. */
const ROOM = 1.04;

/** Where the digits lay at a moment that may be kept. */
export interface Frame {
  readonly step: number;
  readonly loss: number;
  /** Row-major, centred on the mean: the losses are blind to a shift of the whole cloud. */
  readonly embedding: Float32Array;
}

/** The candidate after the one at a step. */
export const nextCandidate = (step: number): number =>
  step + Math.max(1, Math.round(STRIDE * step));

/** Row-major points in the plane, about their mean. */
export function centred(embedding: Float32Array): Float32Array {
  const mean = [0, 0];
  embedding.forEach((value, index) => {
    mean[index % DIMS]! += (value * DIMS) / embedding.length;
  });
  return embedding.map((value, index) => value - mean[index % DIMS]!);
}

/** The largest coordinate. */
const reachOf = ({ embedding }: Frame): number =>
  embedding.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/** The frames as the camera sees them: in units of the farthest that any digit has come so far. */
function seen(frames: readonly Frame[]): Float32Array[] {
  let extent = 0;
  return frames.map((frame) => {
    extent = Math.max(extent, reachOf(frame));
    return frame.embedding.map((value) => value / extent);
  });
}

/** Rounds the positions to the view of their moment; all x, then all y. */
function quantise({ embedding }: Frame, extent: number): Int16Array {
  const rows = embedding.length / DIMS;
  const positions = new Int16Array(embedding.length);
  for (let row = 0; row < rows; row++) {
    for (let dim = 0; dim < DIMS; dim++) {
      positions[dim * rows + row] = Math.round((LEVELS * embedding[row * DIMS + dim]!) / extent);
    }
  }
  return positions;
}

/** Judges the rounded positions, so that whoever decodes them can judge again and agree. */
function judge(positions: Int16Array, labels: Uint8Array): number {
  const rows = labels.length;
  const values = new Float64Array(positions.length);
  for (let row = 0; row < rows; row++) {
    values[DIMS * row] = positions[row]!;
    values[DIMS * row + 1] = positions[rows + row]!;
  }
  return leaveOneOutKnnAccuracy({ values, rows, dims: DIMS }, labels, NEIGHBOURS);
}

/** So many of the frames at most, the first and the last among them, as a recording keeps them. */
export function keepKeyframes(
  frames: readonly Frame[],
  labels: Uint8Array,
  most: number,
): Pick<Recording, 'moments' | 'positions'> {
  const kept = selectKeyframes(seen(frames), most).map((index) => frames[index]!);
  let reached = 0;
  const reaches = kept.map((frame) => {
    reached = Math.max(reached, reachOf(frame));
    return reached;
  });
  const extents = concaveEnvelope(reaches).map((extent) => Math.ceil(1000 * ROOM * extent) / 1000);
  const perMoment = DIMS * labels.length;
  const positions = new Int16Array(kept.length * perMoment);
  const moments = kept.map((frame, index): Moment => {
    const extent = extents[index]!;
    const rounded = quantise(frame, extent);
    positions.set(rounded, index * perMoment);
    const { step, loss } = frame;
    return { step, loss, knnAccuracy: judge(rounded, labels), extent };
  });
  return { moments, positions };
}
