import { transfer } from 'comlink';
import { loadDigits } from '#data/digits/loadDigits.ts';
import { dataFile } from '#data/dataFile.ts';
import type { Workshop } from '../service/workshop.ts';
import { createFaceService, type FaceService } from './faceService.ts';
import { loadSnapshot } from './loadSnapshot.ts';

/** What knows faces, in the worker that trains, on its backend. */
export const openFaces = (workshop: Workshop): FaceService =>
  createFaceService({
    workshop,
    loadSnapshot: () => loadSnapshot(dataFile('faces.bin')),
    loadDigits: () => loadDigits(dataFile('mnist.bin')),
    handOver: transfer,
  });
