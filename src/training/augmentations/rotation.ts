import type { AugmentationEntry } from './entry.ts';
import type { ImageSize } from './imageSize.ts';
import { UNMOVED } from './warp.ts';

/** The largest angle of the post's reference, in degrees. */
const DEGREES = 5;

/**
 * The image turned about its centre by an angle in radians (clockwise as drawn, rows downwards), read
 * between its pixels by bilinear interpolation; what comes from outside is paper, 0.
 */
export function rotated(
  image: ArrayLike<number>,
  { height, width }: ImageSize,
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

/** Turns images about their centres, each by its own angle, reading between pixels. */
const PYTORCH = `

def turned(images):
    """Each image by a random angle of up to 5 degrees either way; paper comes in from outside."""
    angles = torch.deg2rad(10 * torch.rand(len(images), device=DEVICE) - 5)
    cos, sin, zero = angles.cos(), angles.sin(), torch.zeros_like(angles)
    turns = torch.stack([cos, sin, zero, -sin, cos, zero], dim=1).view(-1, 2, 3)
    grid = nn.functional.affine_grid(turns, list(images.shape), align_corners=False)
    return nn.functional.grid_sample(images, grid, align_corners=False)
`;

/** Each image by a random angle of up to 5 degrees either way. */
export const rotation = {
  name: 'rotation',
  label: 'turned ±5°',
  about: 'turn each image by up to 5° either way, anew whenever it is drawn',
  parameters: {},
  needsImages: true,
  create: (size) => ({
    warps: true,
    draw: (random) => ({
      warp: { ...UNMOVED, angle: ((2 * random() - 1) * DEGREES * Math.PI) / 180 },
    }),
    apply(images, start, { warp: { angle } = UNMOVED }) {
      const image = images.subarray(start, start + size.height * size.width);
      images.set(rotated(image, size, angle), start);
    },
  }),
  pytorch: () => ({ definition: PYTORCH, apply: (images) => `turned(${images})` }),
} as const satisfies AugmentationEntry;
