import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decodeRecording, type Recording } from './recordingFormat.ts';

/** A committed recording by its name, at build time, when the project's folder is the current one. */
export const readRecording = (name: string): Recording =>
  decodeRecording(gunzipSync(readFileSync(join(process.cwd(), `src/data/files/${name}.bin`))));
