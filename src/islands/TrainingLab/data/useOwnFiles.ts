import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { readApart } from '#data/own/readApart.ts';
import type { DataSource } from '#data/sources/registry.ts';
import { ownLabData } from './ownLabData.ts';

/** Reads files of the reader's own, one choice of them at a time, and hands over what they hold. */
export function useOwnFiles(takeData: (data: DataSource) => void) {
  const problem = useSignal('');
  /** Names of the files that are being read; '' while none are. */
  const isReading = useSignal('');
  const reading = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => reading.current?.abort(), []);

  const take = async (files: readonly File[]) => {
    if (files.length === 0) return;
    reading.current?.abort();
    const attempt = new AbortController();
    reading.current = attempt;
    const names = files.map(({ name }) => name).join(' and ');
    isReading.value = names;
    problem.value = '';
    try {
      const read = await readApart(files, attempt.signal);
      if (!attempt.signal.aborted) takeData(ownLabData(read, names, `${Date.now()}`));
    } catch (error) {
      if (!attempt.signal.aborted)
        problem.value = `Not taken, and all is as it was: ${error instanceof Error ? error.message : error}.`;
    }
    if (reading.current === attempt) isReading.value = '';
  };
  const stop = () => {
    reading.current?.abort();
    isReading.value = '';
  };
  return { take, stop, problem, isReading };
}
