import type { PastRun } from './pastRun.ts';

const DATABASE = 'contrastive-learning';
const RUNS = 'runs';
const CHANNEL = 'contrastive-learning-runs';

/** Why the device did not do as it was asked, in a sentence for the reader. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

const REFUSED =
  'This browser does not let the page keep anything on the device (a private window, perhaps). Past runs last until the page is closed; save what matters as files.';
const FULL =
  'The device has no room left for this run. It is still here on the page: delete a past run, or save this one as files.';

const nameOf = (error: unknown) => (error instanceof Error ? error.name : '');

function explain(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const message = nameOf(error) === 'QuotaExceededError' ? FULL : REFUSED;
  return new StoreError(message, { cause: error });
}

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

function open(factory: IDBFactory): Promise<IDBDatabase> {
  const request = factory.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(RUNS, { keyPath: 'id' });
  return settled(request);
}

/** What a write has done only counts once its transaction is complete: a full disk shows there. */
const completed = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });

export interface RunStore {
  /** The newest first. */
  list(): Promise<readonly PastRun[]>;
  /** A run that is there already gives way to its newer state, but keeps the name it has. */
  save(run: PastRun): Promise<void>;
  rename(id: string, name: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** Tells of changes, here and in other tabs. Returns how to stop. */
  watch(onChange: () => void): () => void;
}

/**
 * Past runs in the browser's own database. Every method throws a StoreError, in a sentence, when the
 * browser refuses or the device is full; nothing that was kept is lost by that.
 */
export function createRunStore(factory: IDBFactory | undefined): RunStore {
  let opening: Promise<IDBDatabase> | undefined;
  const watchers = new Set<() => void>();

  function database(): Promise<IDBDatabase> {
    if (!factory) return Promise.reject(new StoreError(REFUSED));
    opening ??= open(factory).then((opened) => {
      // Another tab wants to change or delete the database: it must not wait for this one.
      opened.onversionchange = () => {
        opened.close();
        opening = undefined;
      };
      opened.onclose = () => {
        opening = undefined;
      };
      return opened;
    });
    opening.catch(() => {
      opening = undefined;
    });
    return opening;
  }

  async function within<T>(
    mode: IDBTransactionMode,
    work: (runs: IDBObjectStore) => Promise<T>,
  ): Promise<T> {
    try {
      const transaction = (await database()).transaction(RUNS, mode);
      const done = completed(transaction);
      const [result] = await Promise.all([work(transaction.objectStore(RUNS)), done]);
      return result;
    } catch (error) {
      throw explain(error);
    }
  }

  async function change<T>(work: (runs: IDBObjectStore) => Promise<T>): Promise<T> {
    const result = await within('readwrite', work);
    for (const tell of watchers) tell();
    const channel = new BroadcastChannel(CHANNEL);
    channel.postMessage('changed');
    channel.close();
    return result;
  }

  return {
    list: () =>
      within('readonly', async (runs) => {
        const all: PastRun[] = await settled(runs.getAll());
        return all.toSorted((a, b) => b.savedAt - a.savedAt);
      }),
    save: (run) =>
      change(async (runs) => {
        const kept: PastRun | undefined = await settled(runs.get(run.id));
        await settled(runs.put({ ...run, name: kept?.name ?? run.name }));
      }),
    rename: (id, name) =>
      change(async (runs) => {
        const run: PastRun | undefined = await settled(runs.get(id));
        // Another tab may have deleted it meanwhile.
        if (run) await settled(runs.put({ ...run, name }));
      }),
    remove: (id) => change(async (runs) => void (await settled(runs.delete(id)))),
    watch(onChange) {
      const channel = new BroadcastChannel(CHANNEL);
      channel.onmessage = onChange;
      watchers.add(onChange);
      return () => {
        watchers.delete(onChange);
        channel.close();
      };
    },
  };
}
