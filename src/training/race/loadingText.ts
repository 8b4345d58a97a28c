import { downloadText } from '../run/downloadText.ts';
import type { Download } from '../run/run.ts';

/** What a race is waiting for before its first step, for the reader. */
export const loadingText = (download: Download | undefined): string =>
  download === undefined ? 'Getting the networks ready' : downloadText(download);
