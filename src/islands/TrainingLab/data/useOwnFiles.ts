import { batch, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { readApart } from '#data/own/readApart.ts';
import type { Reading } from '#data/own/readWorker.ts';
import type { LayoutChoice } from '#data/own/table/layout.ts';
import type { TablePreview } from '#data/own/tablePreview.ts';
import type { DataSource } from '#data/sources/registry.ts';
import { ownLabData } from './ownLabData.ts';

/** What files hold, and what they were taken for, in sentences. */
export interface ReadFiles {
  readonly data: DataSource;
  readonly notes: readonly string[];
}

/**
 * Reads files of the reader's own, one choice of them at a time. What a table holds is proposed, with the
 * first of its rows; what can be read in one way only is handed over at once.
 */
export function useOwnFiles(takeData: (data: DataSource) => void) {
  const problem = useSignal('');
  /** Names of the files that are being read; '' while none are. */
  const isReading = useSignal('');
  /** How the table begins that was read last, and what its columns were taken for. */
  const table = useSignal<TablePreview | undefined>(undefined);
  /** What was read and is not used yet; what is used. */
  const proposed = useSignal<ReadFiles | undefined>(undefined);
  const used = useSignal<ReadFiles | undefined>(undefined);
  const reading = useRef<AbortController | undefined>(undefined);
  const chosen = useRef<readonly File[]>([]);
  useEffect(() => () => reading.current?.abort(), []);

  const refuse = (error: unknown) => {
    problem.value = `Not taken, and all is as it was: ${error instanceof Error ? error.message : error}.`;
  };
  const use = (files: ReadFiles) =>
    batch(() => {
      proposed.value = undefined;
      used.value = files;
      takeData(files.data);
    });
  const arrive = (read: Reading, names: string) =>
    batch(() => {
      table.value = read.table;
      if (!read.data) return refuse(read.problem);
      const files = {
        data: ownLabData(read.data, names, `${Date.now()}`),
        notes: read.data.notes,
      };
      if (read.table) proposed.value = files;
      else use(files);
    });

  const read = async (files: readonly File[], choice: LayoutChoice) => {
    reading.current?.abort();
    const attempt = new AbortController();
    reading.current = attempt;
    const names = files.map(({ name }) => name).join(' and ');
    batch(() => {
      isReading.value = names;
      problem.value = '';
      proposed.value = undefined;
    });
    try {
      const done = await readApart(files, choice, attempt.signal);
      if (!attempt.signal.aborted) arrive(done, names);
    } catch (error) {
      if (!attempt.signal.aborted) refuse(error);
    }
    if (reading.current === attempt) isReading.value = '';
  };
  const take = async (files: readonly File[]) => {
    if (files.length === 0) return;
    chosen.current = files;
    table.value = undefined;
    await read(files, {});
  };
  /** Reads the same files again, which are what the reader says. */
  const correct = (choice: LayoutChoice) => void read(chosen.current, choice);
  /** Uses what was proposed. */
  const accept = () => {
    if (proposed.value) use(proposed.value);
  };
  const stop = () => {
    reading.current?.abort();
    isReading.value = '';
  };
  return { take, correct, accept, stop, problem, isReading, table, proposed, used };
}
