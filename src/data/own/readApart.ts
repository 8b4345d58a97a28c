import { DataError } from './labelledVectors.ts';
import type { ReadData, ReadReply } from './readMessages.ts';

/**
 * Reads and splits a reader's own files apart from the page, which a large file would hold up. Rejects
 * with a DataError in a sentence, and with the signal's reason when it is aborted.
 */
export async function readApart(files: readonly File[], signal: AbortSignal): Promise<ReadData> {
  const worker = new Worker(new URL('./readWorker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<ReadData>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      worker.onmessage = ({ data }: MessageEvent<ReadReply>) => {
        if (data.type === 'read') resolve(data.data);
        else reject(new DataError(data.reason));
      };
      worker.onerror = () =>
        reject(new DataError('reading broke down; the files may be too large for this device'));
      worker.postMessage(files);
    });
  } finally {
    worker.terminate();
  }
}
