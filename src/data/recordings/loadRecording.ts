import { decodeRecording, type Recording } from './recordingFormat.ts';

const ADVICE = 'The picture shows how it ended. Reload the page to try again.';

/**
 * Downloads and decodes a recording (see recordingFormat.ts). Throws an error whose message is a
 * sentence for the reader when the file cannot be reached or is not intact.
 */
export async function loadRecording(url: string): Promise<Recording> {
  const response = await fetch(url).catch((error: unknown) => {
    throw new Error(`The recording could not be downloaded. ${ADVICE}`, { cause: error });
  });
  if (!response.ok || !response.body) {
    throw new Error(
      `The recording could not be downloaded: the server answered ${response.status}. ${ADVICE}`,
    );
  }
  try {
    const stream = response.body.pipeThrough(new DecompressionStream('gzip'));
    return decodeRecording(new Uint8Array(await new Response(stream).arrayBuffer()));
  } catch (error) {
    throw new Error(`The recording arrived damaged. ${ADVICE}`, { cause: error });
  }
}
