import type { LabelledVectors } from '../../../data/own/labelledVectors.ts';
import { splitHeldOut } from '../../../data/own/splitHeldOut.ts';
import { MNIST, type OwnData } from './labData.ts';

/** So many classes have names that can still be told apart in a picture. */
const MOST_CLASSES = 100;

/**
 * The reader's own data for the lab. Throws a DataError when they cannot be split, a RangeError when
 * they have more classes than can be shown.
 */
export function ownLabData(vectors: LabelledVectors, source: string): OwnData {
  const { classes } = vectors;
  if (classes.length > MOST_CLASSES)
    throw new RangeError(
      `${source}: there are ${classes.length} classes, and at most ${MOST_CLASSES} can be shown; is the label in another column?`,
    );
  const { height, width, training, heldOut } = splitHeldOut(vectors);
  const isDigits =
    height === MNIST.height && width === MNIST.width && String(classes) === String(MNIST.classes);
  const [trained, held] = [training.labels.length, heldOut.labels.length];
  const of = height > 1 ? `${height} × ${width} pixels` : `${width} numbers`;
  return {
    about: {
      height,
      width,
      classes,
      isDigits,
      source: `${source}: ${trained + held} samples of ${of} in ${classes.length} classes; ${trained} to train on, ${held} held out`,
    },
    make: () => splitHeldOut(vectors),
  };
}
