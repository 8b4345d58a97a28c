import { type Curve, curveThrough, type Point } from '../curve.ts';

/** One stroke or area of a drawing. Later ones lie over earlier ones; tones are 0 (ink) to 1. */
interface Shape {
  readonly part: string;
  readonly curve: Curve;
  readonly fill?: number;
  readonly stroke?: { readonly tone: number; readonly width: number };
}

/** A face in the square from -1 to 1, y downwards: what both the drawing and the raster show. */
export interface Drawing {
  readonly background: number;
  readonly shapes: readonly Shape[];
  /** A shade that deepens towards one side and a shine towards the other. */
  readonly light: { readonly angle: number; readonly strength: number };
}

export const INK = 0.1;
const LINE = 0.022;

/** Where the parts of a face are drawn, one over another. */
export class Sketch {
  readonly shapes: Shape[] = [];

  area(part: string, points: readonly Point[], fill: number): void {
    this.shapes.push({ part, curve: curveThrough(points, true), fill });
  }

  outlinedArea(part: string, points: readonly Point[], fill: number): void {
    const stroke = { tone: INK, width: LINE };
    this.shapes.push({ part, curve: curveThrough(points, true), fill, stroke });
  }

  line(part: string, points: readonly Point[], width = LINE, tone = INK): void {
    this.shapes.push({ part, curve: curveThrough(points, false), stroke: { tone, width } });
  }

  ring(part: string, points: readonly Point[], width: number): void {
    this.shapes.push({ part, curve: curveThrough(points, true), stroke: { tone: INK, width } });
  }
}
