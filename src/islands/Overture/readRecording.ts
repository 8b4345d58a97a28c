import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decodeRecording, type Recording } from '#data/recordings/recordingFormat.ts';

/** The committed recording, at build time, when the project's folder is the current one. */
export const readRecording = (): Recording =>
  decodeRecording(gunzipSync(readFileSync(join(process.cwd(), 'public/data/overture.bin'))));
