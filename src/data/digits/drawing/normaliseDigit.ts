import type { Ink } from './strokes.ts';

/** Side of the image, and of the box within it that the digit fills (LeCun et al. 1998). */
export const FIELD = 28;
const BOX = 20;
/** Fainter ink than this is paper: it does not widen the box around the digit. */
const FAINTEST = 1 / 512;

/** The part of the picture that has ink. */
function crop({ values, width, height }: Ink): Ink | undefined {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (values[y * width + x]! < FAINTEST) continue;
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    }
  }
  if (right < 0) return undefined;
  const [wide, high] = [right - left + 1, bottom - top + 1];
  const cropped = new Float32Array(wide * high);
  for (let y = 0; y < high; y++) {
    const from = (top + y) * width + left;
    cropped.set(values.subarray(from, from + wide), y * wide);
  }
  return { values: cropped, width: wide, height: high };
}

/** Each new sample along one axis is the mean of what it covers of the old ones. */
function shares(from: number, to: number): readonly { index: number; share: number }[][] {
  const width = from / to;
  return Array.from({ length: to }, (_, sample) => {
    const [begin, end] = [sample * width, (sample + 1) * width];
    const covered: { index: number; share: number }[] = [];
    for (let index = Math.floor(begin); index < Math.min(from, end); index++) {
      const overlap = Math.min(end, index + 1) - Math.max(begin, index);
      if (overlap > 0) covered.push({ index, share: overlap / width });
    }
    return covered;
  });
}

function resize({ values, width, height }: Ink, newWidth: number, newHeight: number): Ink {
  const [columns, rows] = [shares(width, newWidth), shares(height, newHeight)];
  const resized = new Float32Array(newWidth * newHeight);
  rows.forEach((ofRow, y) => {
    columns.forEach((ofColumn, x) => {
      let sum = 0;
      for (const row of ofRow)
        for (const column of ofColumn)
          sum += row.share * column.share * values[row.index * width + column.index]!;
      resized[y * newWidth + x] = sum;
    });
  });
  return { values: resized, width: newWidth, height: newHeight };
}

function centreOfMass({ values, width }: Ink): { x: number; y: number } {
  let [mass, x, y] = [0, 0, 0];
  values.forEach((ink, index) => {
    mass += ink;
    x += ink * ((index % width) + 0.5);
    y += ink * (Math.floor(index / width) + 0.5);
  });
  return { x: x / mass, y: y / mass };
}

/**
 * A drawn digit as MNIST has its digits: scaled, antialiased, to fit a box of 20 × 20 pixels with
 * its proportions kept, then moved by whole pixels so that its centre of mass is in the middle of
 * 28 × 28 pixels. Bytes from 0 (paper) to 255 (ink). Undefined when there is no ink.
 */
export function normaliseDigit(ink: Ink): Uint8Array | undefined {
  const cropped = crop(ink);
  if (!cropped) return undefined;
  const scale = BOX / Math.max(cropped.width, cropped.height);
  const side = (length: number) => Math.max(1, Math.round(scale * length));
  const digit = resize(cropped, side(cropped.width), side(cropped.height));
  const centre = centreOfMass(digit);
  // MNIST's digits all have their centre of mass within pixel 14, counted from 0. The hair keeps a
  // symmetric drawing, whose centre is on the edge of that pixel, from falling to either side.
  const shift = (middle: number) => Math.ceil(FIELD / 2 - middle - 1e-3);
  const [left, top] = [shift(centre.x), shift(centre.y)];
  const image = new Uint8Array(FIELD * FIELD);
  digit.values.forEach((value, index) => {
    const x = left + (index % digit.width);
    const y = top + Math.floor(index / digit.width);
    // A heavy corner can push a light one out of the field.
    if (x >= 0 && y >= 0 && x < FIELD && y < FIELD)
      image[y * FIELD + x] = Math.round(255 * Math.min(1, value));
  });
  return image;
}
