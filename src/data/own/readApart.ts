import { wrap } from 'comlink';
import { DataError } from './labelledVectors.ts';
import type { Offered, Reading } from './readWorker.ts';
import type { LayoutChoice } from './table/layout.ts';

/**
 * Reads and splits a reader's own files apart from the page, which a large file would hold up. Rejects
 * where reading breaks down, and with the signal's reason when it is aborted.
 */
export async function readApart(
  files: readonly File[],
  choice: LayoutChoice,
  signal: AbortSignal,
): Promise<Reading> {
  const worker = new Worker(new URL('./readWorker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<Reading>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      worker.onerror = () =>
        reject(new DataError('reading broke down; the files may be too large for this device'));
      wrap<Offered>(worker).read(files, choice).then(resolve, reject);
    });
  } finally {
    worker.terminate();
  }
}
