import type { Download } from './run.ts';

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);

/** How far the download is, in words. */
export function downloadText({ receivedBytes, totalBytes }: Download): string {
  const received = megabytes(receivedBytes);
  return totalBytes === undefined
    ? `Fetching 10,000 digits: ${received} MB so far`
    : `Fetching 10,000 digits: ${received} of ${megabytes(totalBytes)} MB`;
}
