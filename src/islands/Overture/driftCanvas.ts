import type { Recording } from '#data/recordings/recordingFormat.ts';
import { type Palette, readPalette, rgbOf } from '#kit/scatter/palette.ts';
import { drawRule, fillPixels, type Rgb } from '#kit/scatter/pixels.ts';
import { tokenColour } from '#kit/figure/theme.ts';
import type { Instant } from './drift.ts';
import type { OvertureState } from './definition.ts';
import { createSprites, type Sprites } from './sprites.ts';

/** What the canvas shows besides the positions. */
export interface Emphasis {
  readonly only: OvertureState['only'];
  readonly marks: OvertureState['marks'];
  /** The picked digit and its neighbours, joined by lines. */
  readonly picked: number | undefined;
  readonly nearest: readonly number[];
}

const DIMMED = 0.1;
/** In points of the page. */
const LARGE_RADIUS = 5;
/** Sharper than this no eye sees, and every frame costs more. */
const MOST_PIXELS_PER_POINT = 2;

/** All that follows from the canvas's size and the theme. */
interface Tools {
  readonly sprites: Sprites;
  readonly image: ImageData;
  readonly palette: Palette;
  readonly ink: string;
  readonly rule: Rgb;
  /** A point of the page in pixels of the canvas. */
  readonly pixel: number;
}

/** The drawing of all digits. It follows the canvas's size and, when told, the theme's colours. */
export function createDriftCanvas(canvas: HTMLCanvasElement, recording: Recording) {
  // Pixels are written from here in every frame: a bitmap on the graphics processor would be slower.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('this browser gives no 2D canvas');
  const { labels } = recording;
  let tools: Tools | undefined;
  let size = 0;

  /** Nothing while the canvas is not laid out: it is drawn when that has happened. */
  function measure(): Tools | undefined {
    if (canvas.clientWidth === 0) return undefined;
    const scale = Math.min(MOST_PIXELS_PER_POINT, devicePixelRatio);
    // Asked for here only: to ask while drawing would force a layout in every frame. It is 0 before
    // the first layout.
    const width = Math.max(1, canvas.clientWidth);
    size = Math.max(1, Math.round(width * scale));
    const pixel = size / width;
    canvas.width = size;
    canvas.height = size;
    return {
      sprites: createSprites(recording, size, pixel),
      image: context!.createImageData(size, size),
      palette: readPalette(),
      ink: tokenColour('--ink'),
      rule: rgbOf('--rule'),
      pixel,
    };
  }

  const toX = (x: number) => ((x + 1) / 2) * size;
  const toY = (y: number) => ((1 - y) / 2) * size;

  /** A line at each whole unit: they close in as the view widens. */
  function drawGrid({ image, rule, pixel }: Tools, extent: number): void {
    for (let unit = -Math.floor(extent); unit <= extent; unit++) {
      drawRule(image, 'down', toX(unit / extent), pixel, rule);
      drawRule(image, 'across', toY(unit / extent), pixel, rule);
    }
  }

  function drawDigits(now: Tools, { xs, ys }: Instant, { only, marks }: Emphasis): void {
    const { sprites, image, palette } = now;
    const draw = (row: number, opacity: number) => {
      const brush = marks === 'dots' ? sprites.dot : sprites.image(row);
      const colour = palette.digits[labels[row]!]!;
      brush(image, toX(xs[row]!), toY(ys[row]!), colour, opacity);
    };
    for (let row = 0; row < labels.length && only !== 'all'; row++)
      if (labels[row] !== only) draw(row, DIMMED);
    for (let row = 0; row < labels.length; row++)
      if (only === 'all' || labels[row] === only) draw(row, 1);
  }

  /** The picked digit and its neighbours stand out, joined by lines. */
  function drawPicked(now: Tools, { xs, ys }: Instant, picked: number, nearest: readonly number[]) {
    const { palette, ink, pixel } = now;
    context!.strokeStyle = ink;
    context!.lineWidth = 1.5 * pixel;
    context!.beginPath();
    for (const to of nearest) {
      context!.moveTo(toX(xs[picked]!), toY(ys[picked]!));
      context!.lineTo(toX(xs[to]!), toY(ys[to]!));
    }
    context!.stroke();
    for (const row of [...nearest, picked]) {
      context!.fillStyle = `rgb(${palette.digits[labels[row]!]!.join(' ')})`;
      context!.beginPath();
      context!.arc(toX(xs[row]!), toY(ys[row]!), LARGE_RADIUS * pixel, 0, 2 * Math.PI);
      context!.fill();
    }
  }

  return {
    /** To be called when the canvas's size or the theme has changed. */
    forget(): void {
      tools = undefined;
    },
    draw(instant: Instant, emphasis: Emphasis): void {
      tools ??= measure();
      if (!tools) return;
      fillPixels(tools.image, tools.palette.paper);
      drawGrid(tools, instant.extent);
      drawDigits(tools, instant, emphasis);
      context.putImageData(tools.image, 0, 0);
      const { picked, nearest } = emphasis;
      if (picked !== undefined) drawPicked(tools, instant, picked, nearest);
    },
  };
}

export type DriftCanvas = ReturnType<typeof createDriftCanvas>;
