import { INK, type Recording } from '../../data/recordingFormat.ts';

/** Puts one digit onto the canvas, centred on x, y (canvas pixels). */
type Paint = (context: CanvasRenderingContext2D, row: number, x: number, y: number) => void;

export interface Sprites {
  readonly dot: Paint;
  /** A dot that stands out. */
  readonly large: Paint;
  /** The handwritten digit itself. */
  readonly image: Paint;
}

/** Across a view of this many points, dots and images have the sizes below. */
const VIEW = 600;
const DOT_RADIUS = 3;
const SMALLEST_DOT_RADIUS = 1.9;
const LARGE_RADIUS = 5;
const IMAGE_SIDE = 22;
const COLUMNS = 32;

const rgbOf = (colour: string): readonly [number, number, number] => {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
};

/** What is drawn here is copied from as a bitmap: a canvas might change between any two copies. */
function createCanvas(width: number, height: number) {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser gives no 2D canvas');
  return { canvas, context };
}

/** A dot is drawn to a quarter of a pixel. */
const PHASES = 4;

/**
 * Dots side by side, a column per colour: copying a picture is faster than filling an arc, and
 * copying it pixel upon pixel much faster than in between. So there is one for each fraction of a
 * pixel, across and down, that a dot may be shifted by.
 */
function createDots(colours: readonly string[], radius: number): Paint {
  const side = 2 * Math.ceil(radius + 1);
  const { canvas, context } = createCanvas(side * colours.length * PHASES, side * PHASES);
  colours.forEach((colour, label) => {
    context.fillStyle = colour;
    for (let across = 0; across < PHASES; across++) {
      for (let down = 0; down < PHASES; down++) {
        const x = (label * PHASES + across + 0.5) * side + across / PHASES;
        const y = (down + 0.5) * side + down / PHASES;
        context.beginPath();
        context.arc(x, y, radius, 0, 2 * Math.PI);
        context.fill();
      }
    }
  });
  const dots = canvas.transferToImageBitmap();
  return (target, label, x, y) => {
    const left = Math.round((x - side / 2) * PHASES);
    const top = Math.round((y - side / 2) * PHASES);
    const [across, down] = [left & (PHASES - 1), top & (PHASES - 1)];
    target.drawImage(
      dots,
      (label * PHASES + across) * side,
      down * side,
      side,
      side,
      (left - across) / PHASES,
      (top - down) / PHASES,
      side,
      side,
    );
  };
}

/** All images in one sheet, each in the colour of its class, transparent where the paper is. */
function createImages({ images, labels, side }: Recording, colours: readonly string[]) {
  const sheetRows = Math.ceil(labels.length / COLUMNS);
  const { canvas, context } = createCanvas(COLUMNS * side, sheetRows * side);
  const sheet = context.createImageData(canvas.width, canvas.height);
  labels.forEach((label, row) => {
    const [red, green, blue] = rgbOf(colours[label]!);
    const left = (row % COLUMNS) * side;
    const top = Math.floor(row / COLUMNS) * side;
    for (let pixel = 0; pixel < side * side; pixel++) {
      const x = left + (pixel % side);
      const y = top + Math.floor(pixel / side);
      const alpha = (images[row * side * side + pixel]! * 255) / INK;
      sheet.data.set([red, green, blue, alpha], 4 * (y * canvas.width + x));
    }
  });
  context.putImageData(sheet, 0, 0);
  return canvas.transferToImageBitmap();
}

/** The pictures that the canvas is made of, for these colours (`#rrggbb`) and this canvas size. */
export function createSprites(
  recording: Recording,
  colours: readonly string[],
  size: number,
): Sprites {
  const { labels, side } = recording;
  const unit = size / VIEW;
  const pixels = Math.max(1, Math.min(2, devicePixelRatio));
  const dots = createDots(colours, Math.max(SMALLEST_DOT_RADIUS * pixels, DOT_RADIUS * unit));
  const larges = createDots(colours, LARGE_RADIUS * pixels);
  const sheet = createImages(recording, colours);
  const drawn = IMAGE_SIDE * unit;
  return {
    dot: (context, row, x, y) => dots(context, labels[row]!, x, y),
    large: (context, row, x, y) => larges(context, labels[row]!, x, y),
    image: (context, row, x, y) =>
      context.drawImage(
        sheet,
        (row % COLUMNS) * side,
        Math.floor(row / COLUMNS) * side,
        side,
        side,
        x - drawn / 2,
        y - drawn / 2,
        drawn,
        drawn,
      ),
  };
}
