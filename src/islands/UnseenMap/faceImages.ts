import { faceRaster } from '#data/faces/face.ts';
import { FACE_SIDE } from '#data/faces/faceSide.ts';
import { faceOf, PEOPLE, PICTURES } from './definition.ts';

/** The pictures as the network sees them, as addresses of images, in the order of the map. */
export function faceImages(): string[] {
  const canvas = document.createElement('canvas');
  canvas.width = FACE_SIDE;
  canvas.height = FACE_SIDE;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('this browser gives no 2D canvas');
  const image = context.createImageData(FACE_SIDE, FACE_SIDE);
  return Array.from({ length: PEOPLE * PICTURES }, (_, index) => {
    const { identity, picture } = faceOf(index);
    faceRaster(identity, picture, FACE_SIDE).forEach((grey, pixel) => {
      image.data.set([grey, grey, grey, 255], 4 * pixel);
    });
    context.putImageData(image, 0, 0);
    return canvas.toDataURL();
  });
}
