/**
 * `npm run faces`: draws the map that UnseenMap begins with to src/data/files/unseen-map.png, for paper:
 * a page that is printed before its figures have been seen shows it. The same on every run.
 */
import { writeFileSync } from 'node:fs';
import { faceRaster } from '#data/faces/face.ts';
import { FACE_SIDE } from '#data/faces/faceSide.ts';
import { faceOf, fitted, MAPS, middleOf, PEOPLE, PICTURES } from '#islands/UnseenMap/definition.ts';
import type { Point } from '#kit/plane/point.ts';
import { pngOf } from './png.ts';

/** As the figure draws it, with its faces as large as they are. */
const SIZE = 576;
const EDGE = 22;
const PAPER = 255;
const LINE = 170;

const bytes = new Uint8Array(SIZE * SIZE).fill(PAPER);
const places = fitted(MAPS.pretrained, SIZE, EDGE);

function drawLine(from: Point, to: Point): void {
  const length = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y));
  for (let at = 0; at <= length; at++) {
    const share = at / (length || 1);
    const x = Math.round(from.x + share * (to.x - from.x));
    const y = Math.round(from.y + share * (to.y - from.y));
    bytes[y * SIZE + x] = LINE;
  }
}

function drawFace(index: number): void {
  const { identity, picture } = faceOf(index);
  const { x, y } = places[index]!;
  const raster = faceRaster(identity, picture, FACE_SIDE);
  const corner = Math.round(y - FACE_SIDE / 2) * SIZE + Math.round(x - FACE_SIDE / 2);
  for (let row = 0; row < FACE_SIDE; row++)
    bytes.set(raster.subarray(row * FACE_SIDE, (row + 1) * FACE_SIDE), corner + row * SIZE);
}

for (let person = 0; person < PEOPLE; person++)
  for (const place of places.slice(person * PICTURES, (person + 1) * PICTURES))
    drawLine(middleOf(places, person), place);
for (let index = 0; index < PEOPLE * PICTURES; index++) drawFace(index);
writeFileSync(new URL('../src/data/files/unseen-map.png', import.meta.url), pngOf(bytes, SIZE));
