import { INK, type Recording } from '#data/recordings/recordingFormat.ts';
import { type Brush, discBrush, pressStamp, type Stamp } from '#kit/scatter/pixels.ts';

export interface Sprites {
  readonly dot: Brush;
  /** The handwritten digit itself, of one row. */
  image(row: number): Brush;
}

/** Across a view of this many points, dots and images have the sizes below. */
const VIEW = 600;
const DOT_RADIUS = 3;
const SMALLEST_DOT_RADIUS = 1.9;
const IMAGE_SIDE = 22;
const COLUMNS = 32;

function createCanvas(width: number, height: number) {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('this browser gives no 2D canvas');
  return context;
}

/** Every image at the size in which it is drawn: the browser scales all of them on one sheet. */
function imageStamps({ images, labels, side }: Recording, drawn: number): Stamp[] {
  const sheetRows = Math.ceil(labels.length / COLUMNS);
  const sheet = createCanvas(COLUMNS * side, sheetRows * side);
  const ink = sheet.createImageData(sheet.canvas.width, sheet.canvas.height);
  labels.forEach((_, row) => {
    const left = (row % COLUMNS) * side;
    const top = Math.floor(row / COLUMNS) * side;
    for (let pixel = 0; pixel < side * side; pixel++) {
      const x = left + (pixel % side);
      const y = top + Math.floor(pixel / side);
      ink.data[4 * (y * ink.width + x) + 3] = (images[row * side * side + pixel]! * 255) / INK;
    }
  });
  sheet.putImageData(ink, 0, 0);
  const scaled = createCanvas(COLUMNS * drawn, sheetRows * drawn);
  scaled.imageSmoothingQuality = 'high';
  scaled.drawImage(sheet.canvas, 0, 0, scaled.canvas.width, scaled.canvas.height);
  return Array.from(labels, (_, row) => {
    const left = (row % COLUMNS) * drawn;
    const top = Math.floor(row / COLUMNS) * drawn;
    const { data } = scaled.getImageData(left, top, drawn, drawn);
    return {
      side: drawn,
      cover: Uint8Array.from({ length: drawn ** 2 }, (__, i) => data[4 * i + 3]!),
    };
  });
}

/** What the digits are drawn with on a canvas of size × size pixels, `pixel` to a point of the page. */
export function createSprites(recording: Recording, size: number, pixel: number): Sprites {
  const unit = size / VIEW;
  let images: Stamp[] | undefined;
  return {
    dot: discBrush(Math.max(SMALLEST_DOT_RADIUS * pixel, DOT_RADIUS * unit)),
    image(row) {
      images ??= imageStamps(recording, Math.round(IMAGE_SIDE * unit));
      const stamp = images[row]!;
      return (pixels, x, y, colour, opacity) => {
        const left = Math.round(x - stamp.side / 2);
        const top = Math.round(y - stamp.side / 2);
        pressStamp(pixels, stamp, { left, top }, colour, opacity);
      };
    },
  };
}
