import { lookUp } from '#metric/lookUp.ts';
import type { Random } from '#metric/random.ts';

/** The largest angle of the post's reference, in degrees. */
const DEGREES = 5;

/** Changes inputs in place, image after image. */
export type Augmentation = (inputs: Float32Array, random: Random) => void;

interface Shape {
  readonly height: number;
  readonly width: number;
}

/**
 * The image turned about its centre by an angle in radians (clockwise as drawn, rows downwards), read
 * between its pixels by bilinear interpolation; what comes from outside is paper, 0.
 */
export function rotated(
  image: ArrayLike<number>,
  { height, width }: Shape,
  angle: number,
): Float32Array {
  const turned = new Float32Array(height * width);
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const [middleY, middleX] = [(height - 1) / 2, (width - 1) / 2];
  const at = (y: number, x: number) =>
    y >= 0 && y < height && x >= 0 && x < width ? image[y * width + x]! : 0;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      // Where this pixel was before the turn.
      const x = cos * (column - middleX) + sin * (row - middleY) + middleX;
      const y = cos * (row - middleY) - sin * (column - middleX) + middleY;
      const [left, top] = [Math.floor(x), Math.floor(y)];
      const [right, down] = [x - left, y - top];
      turned[row * width + column] =
        (1 - down) * ((1 - right) * at(top, left) + right * at(top, left + 1)) +
        down * ((1 - right) * at(top + 1, left) + right * at(top + 1, left + 1));
    }
  }
  return turned;
}

export type AugmentationName = 'none' | 'rotation';

const augmentations: ReadonlyMap<AugmentationName, (shape: Shape) => Augmentation> = new Map([
  ['none', () => () => {}],
  [
    'rotation',
    (shape: Shape) => (inputs: Float32Array, random: Random) => {
      const size = shape.height * shape.width;
      for (let start = 0; start < inputs.length; start += size) {
        const angle = ((2 * random() - 1) * DEGREES * Math.PI) / 180;
        inputs.set(rotated(inputs.subarray(start, start + size), shape, angle), start);
      }
    },
  ],
]);

/** `rotation`: each image by a random angle of up to 5 degrees either way. Throws on other names. */
export const createAugmentation = (name: AugmentationName, shape: Shape): Augmentation =>
  lookUp(augmentations, 'augmentation', name)(shape);
