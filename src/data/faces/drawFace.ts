import { around, type Curve, curveThrough, type Point } from './curve.ts';
import type { Identity } from './identity.ts';
import type { Nuisance } from './nuisance.ts';

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

const INK = 0.1;
const LINE = 0.022;
/** How much the head protrudes, in half widths: what turning moves features by. */
const DEPTH = 0.75;

/** Puts points of the head's plane on the turned, tilted, shifted head. */
function createPose({ headWidth, headHeight }: Identity, nuisance: Nuisance) {
  const { yaw, pitch, roll, zoom, shiftX, shiftY } = nuisance;
  const place = ([x, y]: Point): Point => {
    const px = zoom * (x * Math.cos(roll) - y * Math.sin(roll)) + shiftX;
    const py = zoom * (x * Math.sin(roll) + y * Math.cos(roll)) + shiftY + 0.08;
    return [px, py];
  };
  const onHead = ([x, y]: Point): Point => {
    const depth = Math.sqrt(Math.max(0, 1 - (x / headWidth) ** 2 - (y / headHeight) ** 2));
    const z = DEPTH * headWidth * depth;
    return place([
      x * (1 - depth + depth * Math.cos(yaw)) + z * Math.sin(yaw),
      y + z * Math.sin(pitch),
    ]);
  };
  return { place, onHead };
}

/** A face as shapes. The same identity and nuisance give the same drawing. */
export function drawFace(identity: Identity, nuisance: Nuisance): Drawing {
  const { headWidth: w, headHeight: h, skin, hairTone, hairStyle, hairline, parting } = identity;
  const { place, onHead } = createPose(identity, nuisance);
  const shapes: Shape[] = [];
  const area = (part: string, points: readonly Point[], fill: number, outlined = false) =>
    shapes.push({
      part,
      curve: curveThrough(points, true),
      fill,
      ...(outlined ? { stroke: { tone: INK, width: LINE } } : {}),
    });
  const line = (part: string, points: readonly Point[], width = LINE, tone = INK) =>
    shapes.push({ part, curve: curveThrough(points, false), stroke: { tone, width } });
  /** Points down the right side, and their mirror images up the left. */
  const mirroredSides = (points: readonly Point[]): readonly [Point[], readonly Point[]] => [
    points.map(([x, y]): Point => [-x, y]).reverse(),
    points,
  ];
  const mirrored = (points: readonly Point[]): Point[] => [
    ...points,
    ...points
      .filter(([x]) => x > 0)
      .reverse()
      .map(([x, y]): Point => [-x, y]),
  ];

  // Behind the head.
  if (hairStyle === 3)
    area(
      'hair',
      mirrored([
        [0, -1.16 * h],
        [0.95 * w, -0.8 * h],
        [1.28 * w, 0],
        [1.3 * w, 0.7 * h],
        [0.9 * w, 1.05 * h],
        [0, 1.0 * h],
      ]).map(place),
      hairTone,
    );
  if (hairStyle === 4) area('hair', around([0, -1.18 * h], 0.2, 0.17).map(place), hairTone, true);
  area(
    'clothes',
    mirrored([
      [0, 0.86],
      [0.3, 0.82],
      [0.75, 0.98],
      [0.95, 1.5],
      [0, 1.7],
    ]).map(place),
    nuisance.clothes,
    true,
  );
  area(
    'neck',
    mirrored([
      [0, 0.4],
      [0.19, 0.45],
      [0.2, 0.86],
      [0, 0.97],
    ]).map(place),
    skin * 0.9,
  );
  for (const side of [-1, 1]) {
    const ear: Point = [side * 1.02 * w, -0.02];
    area(
      'ear',
      around(ear, identity.earSize * 0.75, identity.earSize * 1.25).map(place),
      skin * 0.94,
      true,
    );
  }

  const { jaw, chin } = identity;
  area(
    'head',
    mirrored([
      [0, -h],
      [0.68 * w, -0.76 * h],
      [w, -0.12 * h],
      [jaw * w, 0.55 * h],
      [chin * w, 0.88 * h],
      [0, h],
    ]).map(place),
    skin,
    true,
  );

  if (identity.beard === 2) {
    const top = identity.mouthHeight - 0.1;
    const [left, right] = mirroredSides([
      [0.97 * jaw * w, 0.38 * h],
      [0.98 * jaw * w, 0.56 * h],
      [chin * w, 0.9 * h],
    ]);
    area(
      'beard',
      [
        onHead([0.16, top]),
        // Along the outline of the head, which stays where it is when the face turns.
        ...right.map(place),
        place([0, 1.02 * h]),
        ...left.map(place),
        onHead([-0.16, top]),
        onHead([0, top + 0.02]),
      ],
      0.35 * skin + 0.65 * hairTone,
    );
  }

  // Hair over the forehead.
  const edge = -hairline * h;
  const crown: Point[] = [
    [-0.99 * w, -0.22 * h],
    [-1.04 * w, -0.5 * h],
    [-0.66 * w, -0.95 * h],
    [0, -1.12 * h],
    [0.66 * w, -0.95 * h],
    [1.04 * w, -0.5 * h],
    [0.99 * w, -0.22 * h],
  ];
  const fringes: readonly (readonly Point[])[] = [
    [
      [0.78 * w, edge * 0.9],
      [0.3 * w, edge],
      [-0.3 * w, edge],
      [-0.78 * w, edge * 0.9],
    ],
    [
      [0.8 * w, edge * 0.7],
      [(parting + 0.12) * w, edge * 1.25],
      [(parting - 0.12) * w, edge * 1.25],
      [-0.8 * w, edge * 0.7],
    ],
    [
      [0.84 * w, edge * 0.85],
      [0.3 * w, edge * 0.72],
      [-0.3 * w, edge * 0.72],
      [-0.84 * w, edge * 0.85],
    ],
    [
      [0.86 * w, edge * 0.3],
      [(parting + 0.1) * w, edge * 1.2],
      [(parting - 0.1) * w, edge * 1.2],
      [-0.86 * w, edge * 0.3],
    ],
    [
      [0.8 * w, edge],
      [0.25 * w, edge * 1.25],
      [-0.25 * w, edge * 1.25],
      [-0.8 * w, edge],
    ],
  ];
  const fringe = fringes[hairStyle];
  if (fringe) area('hair', [...crown.map(place), ...fringe.map(onHead)], hairTone, true);
  if (hairStyle === 2)
    for (const [x, y] of crown)
      area('hair', around([x, y], 0.19 * w + 0.03, 0.16).map(place), hairTone);

  // Features.
  const { eyeDistance, eyeHeight, eyeSize, eyeShape, eyeTilt } = identity;
  for (const side of [-1, 1]) {
    const at = (dx: number, dy: number, tilt: number): Point =>
      onHead([side * (eyeDistance + dx), eyeHeight + dy - dx * tilt]);
    const tall = eyeSize * eyeShape * nuisance.eyesOpen;
    area(
      'eye',
      [
        at(-eyeSize, 0, eyeTilt),
        at(-0.4 * eyeSize, -0.85 * tall, eyeTilt),
        at(0.4 * eyeSize, -0.85 * tall, eyeTilt),
        at(eyeSize, 0, eyeTilt),
        at(0, 0.8 * tall, eyeTilt),
      ],
      0.98,
    );
    const [x, y] = at(0, 0, 0);
    area('iris', around([x, y], 0.72 * tall, 0.8 * tall), INK);
    area('glint', around([x + 0.2 * tall, y - 0.28 * tall], 0.2 * tall, 0.2 * tall), 1);
    line(
      'lid',
      [
        at(-1.05 * eyeSize, 0, eyeTilt),
        at(-0.4 * eyeSize, -0.9 * tall, eyeTilt),
        at(0.4 * eyeSize, -0.9 * tall, eyeTilt),
        at(1.12 * eyeSize, 0, eyeTilt),
      ],
      0.03,
    );
    const brow = -identity.browHeight - nuisance.browsRaised;
    line(
      'brow',
      [
        at(-1.15 * eyeSize, brow, identity.browTilt),
        at(0, brow - 0.025, identity.browTilt),
        at(1.25 * eyeSize, brow, identity.browTilt),
      ],
      identity.browThickness,
      hairTone * 0.8,
    );
  }

  const noseTop = eyeHeight + 0.06;
  const noseEnd = noseTop + identity.noseLength;
  const facing = nuisance.yaw < 0 ? -1 : 1;
  const { noseWidth } = identity;
  const [bridge, tip] = [
    onHead([facing * 0.25 * noseWidth, noseTop]),
    onHead([facing * noseWidth, noseEnd - 0.02]),
  ];
  line('nose', [
    bridge,
    tip,
    onHead([0.3 * facing * noseWidth, noseEnd + 0.02]),
    onHead([-0.8 * facing * noseWidth, noseEnd]),
  ]);

  const { mouthWidth: m, mouthHeight, lips } = identity;
  const bend = 0.07 * nuisance.smile;
  const gap = 0.09 * nuisance.mouthOpen;
  const mouthAt = (x: number, y: number) => onHead([x, mouthHeight + y]);
  const corners = [mouthAt(-m, -bend), mouthAt(m, -bend)] as const;
  area(
    'lips',
    [
      corners[0],
      mouthAt(-0.35 * m, bend * 0.6 - lips),
      mouthAt(0.35 * m, bend * 0.6 - lips),
      corners[1],
      mouthAt(0, bend + lips * 1.5 + gap),
    ],
    0.62 * skin,
  );
  area('mouth', [corners[0], mouthAt(0, bend * 0.8), corners[1], mouthAt(0, bend + gap)], INK);
  line('mouth', [corners[0], mouthAt(0, bend * 0.8), corners[1]]);
  if (identity.beard === 3 || identity.beard === 2)
    line(
      'moustache',
      [mouthAt(-0.95 * m, -0.045), mouthAt(0, -0.085), mouthAt(0.95 * m, -0.045)],
      0.055,
      hairTone,
    );

  if (nuisance.glasses >= 2) {
    const size = 0.15;
    for (const side of [-1, 1]) {
      const centre: Point = [side * Math.max(eyeDistance, 0.18), eyeHeight];
      const rim = around(centre, size, size * 0.95).map(
        ([x, y], i): Point =>
          nuisance.glasses === 3 && i % 2 === 1
            ? [centre[0] + (x - centre[0]) * 1.25, centre[1] + (y - centre[1]) * 1.2]
            : [x, y],
      );
      shapes.push({
        part: 'glasses',
        curve: curveThrough(rim.map(onHead), true),
        stroke: { tone: INK, width: 0.032 },
      });
    }
    line(
      'glasses',
      [
        onHead([-0.05, eyeHeight - 0.03]),
        onHead([0, eyeHeight - 0.05]),
        onHead([0.05, eyeHeight - 0.03]),
      ],
      0.032,
    );
  }
  return {
    background: nuisance.background,
    shapes,
    light: { angle: nuisance.lightAngle, strength: nuisance.light },
  };
}
