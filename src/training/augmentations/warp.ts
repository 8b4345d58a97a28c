import type { ImageSize } from './imageSize.ts';

/** What is done to an image about its centre: turned clockwise as drawn, sheared, scaled, then shifted. */
export interface Warp {
  /** Radians. */
  readonly angle: number;
  /** Pixels, to the right and downwards. */
  readonly right: number;
  readonly down: number;
  /** A factor above 0. */
  readonly scale: number;
  /** By how many pixels a row moves for each row that it is from the centre, before it is turned. */
  readonly shear: number;
}

export const UNMOVED: Warp = { angle: 0, right: 0, down: 0, scale: 1, shear: 0 };

/** Where a pixel was before: the inverse of the map, a step for each column and for each row. */
export function stepsBack({ angle, scale, shear }: Warp) {
  const [cos, sin] = [Math.cos(angle) / scale, Math.sin(angle) / scale];
  return {
    xOfColumn: cos + shear * sin,
    xOfRow: sin - shear * cos,
    yOfColumn: -sin,
    yOfRow: cos,
  };
}

/**
 * Warps images of one size in place by an affine map, reading between pixels by bilinear
 * interpolation; what comes from outside is paper, 0. The image is copied into a frame of paper one
 * pixel wide, so that no pixel has to be asked whether its neighbours exist.
 */
export function createWarp({ height, width }: ImageSize) {
  const stride = width + 2;
  const framed = new Float32Array((height + 2) * stride);
  const [middleY, middleX] = [(height - 1) / 2, (width - 1) / 2];
  return (images: Float32Array, start: number, warp: Warp): void => {
    for (let row = 0; row < height; row++)
      for (let column = 0, to = (row + 1) * stride + 1; column < width; column++, to++)
        framed[to] = images[start + row * width + column]!;
    const { xOfColumn, xOfRow, yOfColumn, yOfRow } = stepsBack(warp);
    const [fromX, fromY] = [-middleX - warp.right, -middleY - warp.down];
    for (let row = 0, to = start; row < height; row++) {
      // Counted in the frame, whose first pixel is one to the left and above.
      let x = xOfColumn * fromX + xOfRow * (row + fromY) + middleX + 1;
      let y = yOfColumn * fromX + yOfRow * (row + fromY) + middleY + 1;
      for (let column = 0; column < width; column++, to++, x += xOfColumn, y += yOfColumn) {
        if (!(x >= 0 && x < width + 1 && y >= 0 && y < height + 1)) {
          images[to] = 0;
          continue;
        }
        // Without arrays in between: this is what a batch's augmentation costs.
        const left = x | 0;
        const top = y | 0;
        const right = x - left;
        const down = y - top;
        const at = top * stride + left;
        images[to] =
          (1 - down) * ((1 - right) * framed[at]! + right * framed[at + 1]!) +
          down * ((1 - right) * framed[at + stride]! + right * framed[at + stride + 1]!);
      }
    }
  };
}
