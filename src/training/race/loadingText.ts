import type { Download } from '../run/run.ts';

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);

/** What a race is waiting for before its first step, for the reader. */
export const loadingText = (download: Download | undefined): string =>
  download === undefined
    ? 'Getting the networks ready'
    : `Fetching 10,000 digits: ${megabytes(download.receivedBytes)}${download.totalBytes ? ` of ${megabytes(download.totalBytes)}` : ''} MB`;
