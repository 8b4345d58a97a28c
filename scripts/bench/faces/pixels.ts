import { FACE_SIDE } from '#data/faces/faceSide.ts';
import type { Pictures } from '#data/faces/population.ts';
import type { Embeddings } from '#metric/embeddings.ts';
import { principalAxes, projectOnto } from '#metric/pca.ts';
import { judge, type Outcome, type Outcomes } from './outcome.ts';

const PRINCIPAL_AXES = 32;
/** More pixels would make the axes a matter of minutes, and no better. */
const COARSE_SIDE = 16;

const pixels = ({ images, identities }: Pictures): Embeddings => ({
  values: Float32Array.from(images, (byte) => byte / 255),
  rows: identities.length,
  dims: FACE_SIDE ** 2,
});

/** Means of 2 × 2 pixels. */
function coarse({ values, rows }: Embeddings): Embeddings {
  const dims = COARSE_SIDE ** 2;
  const at = (row: number, y: number, x: number) =>
    values[row * FACE_SIDE ** 2 + y * FACE_SIDE + x]!;
  return {
    rows,
    dims,
    values: Float32Array.from({ length: rows * dims }, (_, i) => {
      const [row, pixel] = [Math.floor(i / dims), i % dims];
      const [y, x] = [2 * Math.floor(pixel / COARSE_SIDE), 2 * (pixel % COARSE_SIDE)];
      return (at(row, y, x) + at(row, y + 1, x) + at(row, y, x + 1) + at(row, y + 1, x + 1)) / 4;
    }),
  };
}

function principalOutcome(training: Pictures, test: Pictures): Outcome {
  const axes = principalAxes(coarse(pixels(training)), PRINCIPAL_AXES);
  const shown = coarse(pixels(test));
  return judge({ values: projectOnto(axes, shown), rows: shown.rows, dims: axes.count }, test);
}

/** Raw pixels: what every network has to be better than. */
export const pixelsOf = (test: Pictures): Outcomes => ({
  id: 'pixels',
  what: 'raw pixels',
  of: [judge(pixels(test), test)],
});

/** Their principal axes among the training people. */
export const principalAxesOf = (training: Pictures, test: Pictures): Outcomes => ({
  id: 'principal-axes',
  what: `${PRINCIPAL_AXES} principal axes of pixels`,
  of: [principalOutcome(training, test)],
});
