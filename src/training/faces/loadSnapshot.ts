import { decodeSnapshot, type Snapshot } from './snapshotFormat.ts';

const ADVICE = 'Everything else works without it.';

/**
 * Downloads and decodes a trained network (see snapshotFormat.ts). Throws an error whose message is
 * a sentence for the reader when the file cannot be reached or is not intact.
 */
export async function loadSnapshot(url: string): Promise<Snapshot> {
  const response = await fetch(url).catch((error: unknown) => {
    throw new Error(`The trained network could not be downloaded. ${ADVICE}`, { cause: error });
  });
  if (!response.ok || !response.body)
    throw new Error(
      `The trained network could not be downloaded: the server answered ${response.status}. ${ADVICE}`,
    );
  try {
    const stream = response.body.pipeThrough(new DecompressionStream('gzip'));
    return decodeSnapshot(new Uint8Array(await new Response(stream).arrayBuffer()));
  } catch (error) {
    throw new Error(`The trained network arrived damaged. ${ADVICE}`, { cause: error });
  }
}
