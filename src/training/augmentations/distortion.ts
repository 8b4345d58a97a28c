import type { NumberParameter, ValuesOf } from '#metric/parameter.ts';
import { pythonFloat } from '#metric/pythonFloat.ts';
import { createRandom, normal, type Random, randomIndex } from '#metric/random.ts';
import type { Augmentation, AugmentationEntry } from './entry.ts';
import type { ImageSize } from './imageSize.ts';
import { createWarp, type Warp } from './warp.ts';

const strength = (
  label: string,
  about: string,
  initial: number,
  slider: { readonly max: number; readonly step: number },
  whole = false,
): NumberParameter => ({
  kind: 'number',
  label,
  about,
  initial,
  range: { min: 0, max: slider.max, whole },
  slider: { min: 0, ...slider },
});

const parameters = {
  turnBy: strength('turn', 'By up to so many degrees, either way.', 15, { max: 180, step: 5 }),
  shiftBy: strength('shift', 'By up to so many pixels, in each direction.', 2, {
    max: 14,
    step: 1,
  }),
  scaleBy: strength('scale', 'Larger or smaller by up to this share.', 0.1, {
    max: 0.9,
    step: 0.05,
  }),
  shearBy: strength('shear', 'Slanted by up to so many pixels for each row.', 0.2, {
    max: 1,
    step: 0.05,
  }),
  eraseSide: strength(
    'erase',
    'A square of so many pixels a side becomes paper, somewhere in the image.',
    0,
    { max: 28, step: 1 },
    true,
  ),
  noise: strength('noise', 'Standard deviation of what is added to every pixel; ink is 1.', 0, {
    max: 1,
    step: 0.05,
  }),
} as const;

type Values = ValuesOf<typeof parameters>;

/** A power of two. So many numbers are drawn once: half a million of them a batch would cost more than the network. */
const KEPT = 2 ** 14;

function createNoise(std: number): Float32Array {
  const random = createRandom(1);
  return Float32Array.from({ length: KEPT }, () => std * normal(random));
}

/** An affine map whose numbers are as likely up to so much either way. */
function drawWarp({ turnBy, shiftBy, scaleBy, shearBy }: Values, random: Random): Warp {
  const within = (reach: number) => (2 * random() - 1) * reach;
  return {
    angle: (within(turnBy) * Math.PI) / 180,
    right: within(shiftBy),
    down: within(shiftBy),
    scale: 1 + within(scaleBy),
    shear: within(shearBy),
  };
}

function drawCorner(size: ImageSize, square: ImageSize, random: Random): [number, number] {
  const top = randomIndex(random, size.height - square.height + 1);
  return [top, randomIndex(random, size.width - square.width + 1)];
}

function create(size: ImageSize, values: Values): Augmentation {
  const { height, width } = size;
  const { turnBy, shiftBy, scaleBy, shearBy, eraseSide: side } = values;
  const warps = turnBy > 0 || shiftBy > 0 || scaleBy > 0 || shearBy > 0;
  const square = { height: Math.min(side, height), width: Math.min(side, width) };
  const warp = createWarp(size);
  const kept = values.noise > 0 ? createNoise(values.noise) : undefined;
  return {
    warps,
    ...(side > 0 && { erases: square }),
    ...(kept && { noise: kept }),
    draw: (random) => ({
      ...(warps && { warp: drawWarp(values, random) }),
      ...(side > 0 && { erased: drawCorner(size, square, random) }),
      ...(kept && { noise: randomIndex(random, KEPT) }),
    }),
    apply(images, start, { warp: moved, erased, noise = 0 }) {
      if (moved) warp(images, start, moved);
      if (erased)
        for (let row = 0; row < square.height; row++) {
          const from = start + (erased[0] + row) * width + erased[1];
          images.fill(0, from, from + square.width);
        }
      if (kept)
        for (let i = 0; i < height * width; i++)
          images[start + i]! += kept[(noise + i) & (KEPT - 1)]!;
    },
  };
}

const definition = (values: Values): string => `
TURN, SHIFT, ZOOM = ${pythonFloat(values.turnBy)}, ${pythonFloat(values.shiftBy)}, ${pythonFloat(values.scaleBy)}  # degrees, pixels, share
SHEAR, ERASE, NOISE = ${pythonFloat(values.shearBy)}, ${values.eraseSide}, ${pythonFloat(values.noise)}  # pixels a row, pixels a side, std


def distorted(images):
    """Each image turned, sheared, scaled and shifted at random, a square of it erased, noise added."""
    count, _, height, width = images.shape
    within = lambda reach: reach * (2 * torch.rand(count, device=DEVICE) - 1)
    angles, scale, shear = torch.deg2rad(within(TURN)), 1 + within(ZOOM), within(SHEAR)
    cos, sin = angles.cos() / scale, angles.sin() / scale
    right, down = within(SHIFT) * 2 / width, within(SHIFT) * 2 / height
    # Where a pixel was before, in halves of the image (which is square).
    a, b, c, d = cos + shear * sin, sin - shear * cos, -sin, cos
    rows = [a, b, -a * right - b * down, c, d, -c * right - d * down]
    grid = nn.functional.affine_grid(
        torch.stack(rows, dim=1).view(-1, 2, 3), list(images.shape), align_corners=False
    )
    images = nn.functional.grid_sample(images, grid, align_corners=False)
    if ERASE:
        y, x = torch.arange(height, device=DEVICE), torch.arange(width, device=DEVICE)
        top = torch.randint(max(height - ERASE, 0) + 1, (count, 1), device=DEVICE)
        left = torch.randint(max(width - ERASE, 0) + 1, (count, 1), device=DEVICE)
        rows_hit = (y >= top) & (y < top + ERASE)
        columns_hit = (x >= left) & (x < left + ERASE)
        hit = rows_hit[:, None, :, None] & columns_hit[:, None, None, :]
        images = images.masked_fill(hit, 0)
    return images + NOISE * torch.randn_like(images)
`;

/** Each image turned, shifted, scaled and sheared at random, a square of it erased, and noise added. */
export const distortion = {
  name: 'distortion',
  label: 'distorted',
  about: 'turn, shift, scale and shear each image at random, anew whenever it is drawn',
  parameters,
  needsImages: true,
  create,
  pytorch: (values: Values) => ({
    definition: definition(values),
    apply: (images: string) => `distorted(${images})`,
  }),
} as const satisfies AugmentationEntry<Values>;
