import { decodeRecording, type Recording } from './recordingFormat.ts';

const MISSING =
  'The recording could not be downloaded in one piece. The picture shows how it ended.';

/**
 * Downloads and decodes a recording (see recordingFormat.ts). Throws an error whose message is a
 * sentence for the reader when the file cannot be reached or is not intact.
 */
export async function loadRecording(url: string): Promise<Recording> {
  try {
    const { ok, status, body } = await fetch(url);
    if (!ok || !body) throw new Error(`The server answered ${status}.`);
    const stream = body.pipeThrough(new DecompressionStream('gzip'));
    return decodeRecording(new Uint8Array(await new Response(stream).arrayBuffer()));
  } catch (error) {
    throw new Error(MISSING, { cause: error });
  }
}
