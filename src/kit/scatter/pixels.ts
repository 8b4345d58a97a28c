export type Rgb = readonly [number, number, number];

/** The part of ImageData that drawing needs. */
export interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** How much of each pixel of a small square is covered, 0 to 255, row by row. */
export interface Stamp {
  readonly side: number;
  readonly cover: Uint8Array;
}

/** Makes every pixel the same. */
export function fillPixels({ data, width, height }: Pixels, colour: Rgb): void {
  // A pixel as the one number that its four bytes make on this machine.
  const pixel = new Uint32Array(Uint8Array.of(...colour, 255).buffer)[0]!;
  new Uint32Array(data.buffer, data.byteOffset, width * height).fill(pixel);
}

function blend(data: Uint8ClampedArray, at: number, [red, green, blue]: Rgb, alpha: number): void {
  data[at]! += alpha * (red - data[at]!);
  data[at + 1]! += alpha * (green - data[at + 1]!);
  data[at + 2]! += alpha * (blue - data[at + 2]!);
}

/** Lays a stamp with its upper left corner on a pixel; what lies outside the picture is cut off. */
export function pressStamp(
  { data, width, height }: Pixels,
  { side, cover }: Stamp,
  { left, top }: { readonly left: number; readonly top: number },
  colour: Rgb,
  opacity: number,
): void {
  // Also when a coordinate is not a number.
  if (!(left > -side && top > -side && left < width && top < height)) return;
  const share = opacity / 255;
  for (let y = Math.max(0, -top); y < Math.min(side, height - top); y++) {
    for (let x = Math.max(0, -left); x < Math.min(side, width - left); x++) {
      const alpha = share * cover[y * side + x]!;
      if (alpha > 0) blend(data, 4 * ((top + y) * width + left + x), colour, alpha);
    }
  }
}

/** A straight line over the whole picture, centred on a place to a fraction of a pixel. */
export function drawRule(
  { data, width, height }: Pixels,
  direction: 'across' | 'down',
  place: number,
  thickness: number,
  colour: Rgb,
): void {
  const [length, most] = direction === 'across' ? [width, height] : [height, width];
  const [from, to] = [place - thickness / 2, place + thickness / 2];
  for (let line = Math.max(0, Math.floor(from)); line < Math.min(most, to); line++) {
    const cover = Math.min(line + 1, to) - Math.max(line, from);
    for (let along = 0; along < length; along++) {
      const pixel = direction === 'across' ? line * width + along : along * width + line;
      blend(data, 4 * pixel, colour, cover);
    }
  }
}

/** Draws one shape centred on a place in pixels, whose first pixel spans 0 to 1. */
export type Brush = (pixels: Pixels, x: number, y: number, colour: Rgb, opacity: number) => void;

/** A disc is placed to a quarter of a pixel: with whole ones, slow motion would be seen to jerk. */
const PHASES = 4;

/** A brush whose cover, 0 to 1, depends on the distance from the middle and ends before `reach`. */
function roundBrush(reach: number, coverAt: (distance: number) => number): Brush {
  const side = 2 * Math.ceil(reach + 0.5);
  const stampAt = (across: number, down: number): Stamp => ({
    side,
    cover: Uint8Array.from({ length: side * side }, (_, index) => {
      const x = (index % side) + 0.5 - side / 2 - across / PHASES;
      const y = Math.floor(index / side) + 0.5 - side / 2 - down / PHASES;
      return 255 * Math.min(1, Math.max(0, coverAt(Math.hypot(x, y))));
    }),
  });
  const stamps = Array.from({ length: PHASES * PHASES }, (_, index) =>
    stampAt(index % PHASES, Math.floor(index / PHASES)),
  );
  return (pixels, x, y, colour, opacity) => {
    const left = Math.round((x - side / 2) * PHASES);
    const top = Math.round((y - side / 2) * PHASES);
    const [across, down] = [left & (PHASES - 1), top & (PHASES - 1)];
    const corner = { left: (left - across) / PHASES, top: (top - down) / PHASES };
    pressStamp(pixels, stamps[down * PHASES + across]!, corner, colour, opacity);
  };
}

/**
 * A brush for discs. Writing pixels is several times faster than filling arcs or copying pictures on
 * a canvas, whatever the graphics processor.
 */
export const discBrush = (radius: number): Brush =>
  roundBrush(radius + 0.5, (distance) => radius + 0.5 - distance);

/** A brush for rings, whose line of that thickness lies about the radius. */
export const ringBrush = (radius: number, thickness: number): Brush =>
  roundBrush(
    radius + thickness / 2 + 0.5,
    (distance) => thickness / 2 + 0.5 - Math.abs(distance - radius),
  );

/** A line, a pixel wide, from one place to another; it fades in along the way. */
export function drawTrail(
  { data, width, height }: Pixels,
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
  colour: Rgb,
  opacity: { readonly from: number; readonly to: number },
): void {
  const [across, down] = [to.x - from.x, to.y - from.y];
  const steps = Math.ceil(Math.max(Math.abs(across), Math.abs(down)));
  // A jump across the picture is no trail; nor is what is not a number.
  if (!(steps >= 1 && steps <= Math.max(width, height))) return;
  for (let step = 0; step < steps; step++) {
    const x = Math.floor(from.x + (across * step) / steps);
    const y = Math.floor(from.y + (down * step) / steps);
    if (x < 0 || y < 0 || x >= width || y >= height) continue;
    const alpha = opacity.from + ((opacity.to - opacity.from) * step) / steps;
    blend(data, 4 * (y * width + x), colour, alpha);
  }
}
