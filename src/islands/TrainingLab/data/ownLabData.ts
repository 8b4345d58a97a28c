import { MNIST } from '#data/digits/digitSource.ts';
import type { ReadData } from '#data/own/readWorker.ts';
import type { DataSource } from '#data/sources/registry.ts';

/** So many classes have names that can still be told apart in a picture. */
const MOST_CLASSES = 100;

/**
 * The reader's own data for the lab, known by `id` from then on. Throws a RangeError when they have
 * more classes than can be shown.
 */
export function ownLabData({ split, classes }: ReadData, names: string, id: string): DataSource {
  if (classes.length > MOST_CLASSES)
    throw new RangeError(
      `${names}: there are ${classes.length} classes, and at most ${MOST_CLASSES} can be shown; is the label in another column?`,
    );
  const { height, width, training, heldOut } = split;
  const isDigits =
    height === MNIST.height && width === MNIST.width && String(classes) === String(MNIST.classes);
  const [trained, held] = [training.labels.length, heldOut.labels.length];
  const numbers = width === 1 ? '1 number' : `${width} numbers`;
  const of = height > 1 ? `${height} × ${width} pixels` : numbers;
  return {
    reference: { source: 'own', id, data: split },
    height,
    width,
    classes,
    isDigits,
    title: `${names}: ${trained + held} samples of ${of} in ${classes.length} classes; ${trained} to train on, ${held} held out`,
  };
}
