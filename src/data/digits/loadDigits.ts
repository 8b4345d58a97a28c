import { type Digits, decodeDigits } from './digitFormat.ts';

export interface DownloadProgress {
  readonly receivedBytes: number;
  /** Missing when the server does not say. */
  readonly totalBytes?: number;
}

/** Why the digits could not be had, in a sentence for the reader. */
export class DownloadError extends Error {
  override readonly name = 'DownloadError';
}

const INTERRUPTED =
  'The digits could not be downloaded: the connection failed or was cut off. Check it and try again.';
const DAMAGED = 'The digits arrived damaged: the file does not match its checksum. Try again.';

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : `${error}`);

/** Passes chunks on and reports how many bytes have come by. */
function counter(report: (receivedBytes: number) => void): TransformStream<Uint8Array, Uint8Array> {
  let receivedBytes = 0;
  return new TransformStream({
    transform(chunk, controller) {
      receivedBytes += chunk.length;
      report(receivedBytes);
      controller.enqueue(chunk);
    },
  });
}

/** The whole of a body, so that a cut connection is told apart from a damaged file. */
async function download(
  response: Response,
  onProgress: (progress: DownloadProgress) => void,
): Promise<Blob> {
  if (!response.body) throw new DownloadError(INTERRUPTED);
  // With a Content-Encoding of the server's own the length counts other bytes than we do.
  const length = response.headers.has('content-encoding')
    ? 0
    : Number(response.headers.get('content-length') ?? 0);
  const counted = response.body.pipeThrough(
    counter((receivedBytes) =>
      onProgress(length > 0 ? { receivedBytes, totalBytes: length } : { receivedBytes }),
    ),
  );
  return new Response(counted).blob();
}

async function decompress(packed: Blob): Promise<Uint8Array> {
  const stream = packed.stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * Downloads and decodes the digits (see digitFormat.ts), reporting progress.
 * Throws a DownloadError when the file cannot be reached, is cut off, or is not intact.
 */
export async function loadDigits(
  url: string,
  onProgress: (progress: DownloadProgress) => void = () => {},
): Promise<Digits> {
  const response = await fetch(url).catch((error: unknown) => {
    throw new DownloadError(INTERRUPTED, { cause: error });
  });
  if (!response.ok) {
    throw new DownloadError(
      `The digits could not be downloaded: the server answered ${response.status}. Try again later.`,
    );
  }
  const packed = await download(response, onProgress).catch((error: unknown) => {
    throw new DownloadError(INTERRUPTED, { cause: error });
  });
  try {
    return decodeDigits(await decompress(packed));
  } catch (error) {
    throw new DownloadError(DAMAGED, { cause: reasonOf(error) });
  }
}
