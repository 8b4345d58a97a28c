import type { Dataset } from '#data/dataset.ts';
import type { Loading } from '#data/sources/entry.ts';
import type { DataReference } from '#data/sources/registry.ts';
import type { LoadData } from './loadData.ts';

interface Kept {
  readonly data: Promise<Dataset>;
  /** Everyone who waits for it is told how far it is. */
  readonly listeners: Set<Loading['onProgress']>;
}

const nameOf = (reference: DataReference) =>
  reference.source === 'own' ? `own ${reference.id}` : reference.source;

/** Data sets by reference, each loaded once, whoever asks meanwhile; again where it did not come. */
export function createShelf(load: LoadData): LoadData {
  const kept = new Map<string, Kept>();

  function fetch(name: string, reference: DataReference): Kept {
    const listeners: Kept['listeners'] = new Set();
    const data = load(reference, (progress) => {
      for (const listener of listeners) listener(progress);
    });
    data.catch(() => kept.delete(name));
    return { data, listeners };
  }

  return async (reference, onProgress) => {
    const name = nameOf(reference);
    const found = kept.get(name) ?? fetch(name, reference);
    kept.set(name, found);
    found.listeners.add(onProgress);
    try {
      return await found.data;
    } finally {
      found.listeners.delete(onProgress);
    }
  };
}
