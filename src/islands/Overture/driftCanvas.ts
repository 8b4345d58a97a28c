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
  /** Places of the view, from -1 to 1, in pixels of the canvas. */
  readonly toX: (x: number) => number;
  readonly toY: (y: number) => number;
}

/** A line at each whole unit: they close in as the view widens. */
function drawGrid({ image, rule, pixel, toX, toY }: Tools, extent: number): void {
  for (let unit = -Math.floor(extent); unit <= extent; unit++) {
    drawRule(image, 'down', toX(unit / extent), pixel, rule);
    drawRule(image, 'across', toY(unit / extent), pixel, rule);
  }
}

/** The drawing of all digits in the colours of one theme. It follows the canvas's size when told. */
export class DriftCanvas {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #recording: Recording;
  #tools: Tools | undefined;

  /** Throws where the browser gives no 2D canvas. */
  constructor(canvas: HTMLCanvasElement, recording: Recording) {
    // Pixels are written from here in every frame: a bitmap on the graphics processor would be slower.
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('this browser gives no 2D canvas');
    this.#canvas = canvas;
    this.#context = context;
    this.#recording = recording;
  }

  /** To be called when the canvas's size or the screen's resolution may have changed. Tells whether it is so. */
  measureAnew(): boolean {
    const isAsBefore = this.#tools?.image.width === this.#size();
    if (!isAsBefore) this.#tools = undefined;
    return !isAsBefore;
  }

  draw(instant: Instant, emphasis: Emphasis): void {
    this.#tools ??= this.#measure();
    if (!this.#tools) return;
    const { image, palette } = this.#tools;
    fillPixels(image, palette.paper);
    drawGrid(this.#tools, instant.extent);
    this.#drawDigits(this.#tools, instant, emphasis);
    this.#context.putImageData(image, 0, 0);
    const { picked, nearest } = emphasis;
    if (picked !== undefined) this.#drawPicked(this.#tools, instant, picked, nearest);
  }

  /** Nothing while the canvas is not laid out: it is drawn when that has happened. */
  #measure(): Tools | undefined {
    const canvas = this.#canvas;
    // Asked for here only: to ask while drawing would force a layout in every frame.
    const width = canvas.clientWidth;
    if (width === 0) return undefined;
    const size = this.#size();
    const pixel = size / width;
    canvas.width = size;
    canvas.height = size;
    return {
      sprites: createSprites(this.#recording, size, pixel),
      image: this.#context.createImageData(size, size),
      palette: readPalette(),
      ink: tokenColour('--ink'),
      rule: rgbOf('--rule'),
      pixel,
      toX: (x) => ((x + 1) / 2) * size,
      toY: (y) => ((1 - y) / 2) * size,
    };
  }

  /** The side of the canvas in pixels. */
  #size(): number {
    const scale = Math.min(MOST_PIXELS_PER_POINT, devicePixelRatio);
    return Math.max(1, Math.round(this.#canvas.clientWidth * scale));
  }

  #drawDigits(tools: Tools, { xs, ys }: Instant, { only, marks }: Emphasis): void {
    const { sprites, image, palette, toX, toY } = tools;
    const { labels } = this.#recording;
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
  #drawPicked(tools: Tools, { xs, ys }: Instant, picked: number, nearest: readonly number[]): void {
    const { palette, ink, pixel, toX, toY } = tools;
    const context = this.#context;
    context.strokeStyle = ink;
    context.lineWidth = 1.5 * pixel;
    context.beginPath();
    for (const to of nearest) {
      context.moveTo(toX(xs[picked]!), toY(ys[picked]!));
      context.lineTo(toX(xs[to]!), toY(ys[to]!));
    }
    context.stroke();
    for (const row of [...nearest, picked]) {
      context.fillStyle = `rgb(${palette.digits[this.#recording.labels[row]!]!.join(' ')})`;
      context.beginPath();
      context.arc(toX(xs[row]!), toY(ys[row]!), LARGE_RADIUS * pixel, 0, 2 * Math.PI);
      context.fill();
    }
  }
}
