const DATABASE = 'contrastive-learning';
const RUNS = 'runs';

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

export const settled = <T>(request: IDBRequest<T>): Promise<T> =>
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

/** The database, opened when it is first asked for and again after it was closed. */
function connectionTo(factory: IDBFactory | undefined): () => Promise<IDBDatabase> {
  let opening: Promise<IDBDatabase> | undefined;
  const forget = () => {
    opening = undefined;
  };
  return () => {
    if (!factory) return Promise.reject(new StoreError(REFUSED));
    opening ??= open(factory).then((opened) => {
      // Another tab wants to change or delete the database: it must not wait for this one.
      opened.onversionchange = () => {
        opened.close();
        forget();
      };
      opened.onclose = forget;
      return opened;
    });
    opening.catch(forget);
    return opening;
  };
}

type Transact = <T>(
  mode: IDBTransactionMode,
  work: (runs: IDBObjectStore) => Promise<T>,
) => Promise<T>;

/** Does work on the kept runs in one transaction: all of it, or nothing and a StoreError. */
export function transactionsOn(factory: IDBFactory | undefined): Transact {
  const database = connectionTo(factory);
  return async (mode, work) => {
    try {
      const transaction = (await database()).transaction(RUNS, mode);
      const done = completed(transaction);
      const [result] = await Promise.all([work(transaction.objectStore(RUNS)), done]);
      return result;
    } catch (error) {
      throw explain(error);
    }
  };
}
