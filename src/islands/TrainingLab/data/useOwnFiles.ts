import { batch, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { readApart } from '#data/own/readApart.ts';
import type { Reading } from '#data/own/readWorker.ts';
import type { LayoutChoice } from '#data/own/table/layout.ts';
import type { TablePreview } from '#data/own/tablePreview.ts';
import type { DataSource } from '#data/sources/registry.ts';
import { ownLabData } from './ownLabData.ts';

/** Reads files of the reader's own, one choice of them at a time, and hands over what they hold. */
export function useOwnFiles(takeData: (data: DataSource) => void) {
  const problem = useSignal('');
  /** Names of the files that are being read; '' while none are. */
  const isReading = useSignal('');
  /** How the table begins that was read last, and what its columns were taken for. */
  const table = useSignal<TablePreview | undefined>(undefined);
  const notes = useSignal<readonly string[]>([]);
  const reading = useRef<AbortController | undefined>(undefined);
  const chosen = useRef<readonly File[]>([]);
  useEffect(() => () => reading.current?.abort(), []);

  const refuse = (error: unknown) => {
    problem.value = `Not taken, and all is as it was: ${error instanceof Error ? error.message : error}.`;
  };
  const use = (read: Reading, names: string) =>
    batch(() => {
      table.value = read.table;
      if (!read.data) return refuse(read.problem);
      notes.value = read.data.notes;
      takeData(ownLabData(read.data, names, `${Date.now()}`));
    });

  const read = async (files: readonly File[], choice: LayoutChoice) => {
    reading.current?.abort();
    const attempt = new AbortController();
    reading.current = attempt;
    const names = files.map(({ name }) => name).join(' and ');
    isReading.value = names;
    problem.value = '';
    try {
      const done = await readApart(files, choice, attempt.signal);
      if (!attempt.signal.aborted) use(done, names);
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
  /** Reads the same files again, whose columns are what the reader says. */
  const correct = (choice: LayoutChoice) => read(chosen.current, choice);
  const stop = () => {
    reading.current?.abort();
    isReading.value = '';
  };
  return { take, correct, stop, problem, isReading, table, notes };
}
