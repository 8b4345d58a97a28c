import type { Recording } from '../../data/recordingFormat.ts';
import { tokenColour } from '../../figures/theme.ts';
import { CLASSES, type Instant } from './drift.ts';
import type { OvertureState } from './model.ts';
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
/** Sharper than this no eye sees, and every frame costs more. */
const MOST_PIXELS_PER_POINT = 2;

/** The drawing of all digits. It follows the canvas's size and, when told, the theme's colours. */
export function createDriftCanvas(canvas: HTMLCanvasElement, recording: Recording) {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser gives no 2D canvas');
  const { labels } = recording;
  let sprites: Sprites | undefined;
  let size = 0;
  /** A point of the page in pixels of the canvas. */
  let pixel = 1;
  let ink = '';
  let rule = '';

  function measure(): Sprites {
    const scale = Math.min(MOST_PIXELS_PER_POINT, devicePixelRatio);
    size = Math.max(1, Math.round(canvas.clientWidth * scale));
    // Asked for here only: to ask while drawing would force a layout in every frame.
    pixel = size / canvas.clientWidth;
    canvas.width = size;
    canvas.height = size;
    ink = tokenColour('--ink');
    rule = tokenColour('--rule');
    const colours = Array.from({ length: CLASSES }, (_, k) => tokenColour(`--digit-${k}`));
    return createSprites(recording, colours, size);
  }

  const toX = (x: number) => ((x + 1) / 2) * size;
  const toY = (y: number) => ((1 - y) / 2) * size;

  /** A line at each whole unit: they close in as the view widens. */
  function drawGrid(extent: number): void {
    context!.strokeStyle = rule;
    context!.lineWidth = pixel;
    context!.beginPath();
    for (let unit = -Math.floor(extent); unit <= extent; unit++) {
      const x = toX(unit / extent);
      context!.moveTo(x, 0);
      context!.lineTo(x, size);
      context!.moveTo(0, x);
      context!.lineTo(size, x);
    }
    context!.stroke();
  }

  function drawLines({ xs, ys }: Instant, from: number, nearest: readonly number[]): void {
    context!.strokeStyle = ink;
    context!.lineWidth = 1.5 * pixel;
    context!.beginPath();
    for (const to of nearest) {
      context!.moveTo(toX(xs[from]!), toY(ys[from]!));
      context!.lineTo(toX(xs[to]!), toY(ys[to]!));
    }
    context!.stroke();
  }

  return {
    /** To be called when the canvas's size or the theme has changed. */
    forget(): void {
      sprites = undefined;
    },
    draw(instant: Instant, { only, marks, picked, nearest }: Emphasis): void {
      sprites ??= measure();
      const { xs, ys, extent } = instant;
      context.clearRect(0, 0, size, size);
      drawGrid(extent);
      const paint = marks === 'dots' ? sprites.dot : sprites.image;
      context.globalAlpha = DIMMED;
      for (let row = 0; row < labels.length && only !== 'all'; row++) {
        if (labels[row] !== only) paint(context, row, toX(xs[row]!), toY(ys[row]!));
      }
      context.globalAlpha = 1;
      for (let row = 0; row < labels.length; row++) {
        if (only === 'all' || labels[row] === only) {
          paint(context, row, toX(xs[row]!), toY(ys[row]!));
        }
      }
      if (picked === undefined) return;
      drawLines(instant, picked, nearest);
      for (const row of [...nearest, picked]) {
        sprites.large(context, row, toX(xs[row]!), toY(ys[row]!));
      }
    },
  };
}

export type DriftCanvas = ReturnType<typeof createDriftCanvas>;
