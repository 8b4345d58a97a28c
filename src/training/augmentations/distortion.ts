import type { NumberParameter, ValuesOf } from '#metric/parameter.ts';
import { pythonFloat } from '#metric/pythonFloat.ts';
import { createRandom, normal, type Random, randomIndex } from '#metric/random.ts';
import type { Augmentation, AugmentationEntry, ImageSize } from './entry.ts';
import { createWarp } from './warp.ts';

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

function createNoise(std: number) {
  const random = createRandom(1);
  const kept = Float32Array.from({ length: KEPT }, () => std * normal(random));
  return (images: Float32Array, start: number, end: number, from: Random) => {
    const first = randomIndex(from, KEPT);
    for (let i = start; i < end; i++) images[i]! += kept[(first + i - start) & (KEPT - 1)]!;
  };
}

function createErase({ height, width }: ImageSize, side: number) {
  const [rows, columns] = [Math.min(side, height), Math.min(side, width)];
  return (images: Float32Array, start: number, random: Random) => {
    const top = randomIndex(random, height - rows + 1);
    const left = randomIndex(random, width - columns + 1);
    for (let row = top; row < top + rows; row++) {
      const from = start + row * width + left;
      images.fill(0, from, from + columns);
    }
  };
}

function create(size: ImageSize, values: Values): Augmentation {
  const { turnBy, shiftBy, scaleBy, shearBy, eraseSide, noise } = values;
  const pixels = size.height * size.width;
  const warps = turnBy > 0 || shiftBy > 0 || scaleBy > 0 || shearBy > 0;
  const warp = createWarp(size);
  const erase = createErase(size, eraseSide);
  const addNoise = createNoise(noise);
  return (inputs, random) => {
    const within = (reach: number) => (2 * random() - 1) * reach;
    for (let start = 0; start < inputs.length; start += pixels) {
      if (warps)
        warp(inputs, start, {
          angle: (within(turnBy) * Math.PI) / 180,
          right: within(shiftBy),
          down: within(shiftBy),
          scale: 1 + within(scaleBy),
          shear: within(shearBy),
        });
      if (eraseSide > 0) erase(inputs, start, random);
      if (noise > 0) addNoise(inputs, start, start + pixels, random);
    }
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
