import { wrap } from 'comlink';
import { DataError } from './labelledVectors.ts';
import type { Offered, ReadData } from './readWorker.ts';

/**
 * Reads and splits a reader's own files apart from the page, which a large file would hold up. Rejects
 * with a sentence, and with the signal's reason when it is aborted.
 */
export async function readApart(files: readonly File[], signal: AbortSignal): Promise<ReadData> {
  const worker = new Worker(new URL('./readWorker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<ReadData>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      worker.onerror = () =>
        reject(new DataError('reading broke down; the files may be too large for this device'));
      wrap<Offered>(worker).read(files).then(resolve, reject);
    });
  } finally {
    worker.terminate();
  }
}
