import type { ReadData } from '#data/own/readMessages.ts';
import type { Samples } from '#training/dataset.ts';
import { MNIST, type OwnData } from './labData.ts';

/** So many classes have names that can still be told apart in a picture. */
const MOST_CLASSES = 100;

const copied = ({ images, labels }: Samples): Samples => ({
  images: images.slice(),
  labels: labels.slice(),
});

/**
 * The reader's own data for the lab. Throws a RangeError when they have more classes than can be
 * shown.
 */
export function ownLabData({ split, classes }: ReadData, source: string): OwnData {
  if (classes.length > MOST_CLASSES)
    throw new RangeError(
      `${source}: there are ${classes.length} classes, and at most ${MOST_CLASSES} can be shown; is the label in another column?`,
    );
  const { height, width, training, heldOut } = split;
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
    // The worker that trains may be lost, and with it what it was handed.
    make: () => ({ height, width, training: copied(training), heldOut: copied(heldOut) }),
  };
}
