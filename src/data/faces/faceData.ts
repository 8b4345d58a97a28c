import type { Dataset } from '../dataset.ts';
import { FACE_SIDE } from './faceSide.ts';
import { drawPopulation, POPULATIONS } from './population.ts';

/** The training people to train on, and those by whom thresholds are chosen as the held-out part. */
export async function drawFaceData(rest: () => Promise<void>): Promise<Dataset> {
  const draw = async (name: 'training' | 'calibration') => {
    const { images, identities } = await drawPopulation(POPULATIONS[name], rest);
    return { images, labels: identities };
  };
  return {
    height: FACE_SIDE,
    width: FACE_SIDE,
    training: await draw('training'),
    heldOut: await draw('calibration'),
  };
}
