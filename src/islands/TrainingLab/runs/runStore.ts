import { settled, transactionsOn } from './database.ts';
import type { PastRun } from './pastRun.ts';

const CHANNEL = 'contrastive-learning-runs';

/** Word that the kept runs have changed, between whoever shows them here and in other tabs. */
function createNews() {
  const watchers = new Set<() => void>();
  return {
    tell(): void {
      for (const hear of watchers) hear();
      const channel = new BroadcastChannel(CHANNEL);
      channel.postMessage('changed');
      channel.close();
    },
    watch(onChange: () => void): () => void {
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

export interface RunStore {
  /** The newest first. */
  list(): Promise<readonly PastRun[]>;
  /** A run that is there already gives way to its newer state, but keeps a name that the reader gave it. */
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
  const within = transactionsOn(factory);
  const news = createNews();
  async function change(work: (runs: IDBObjectStore) => Promise<void>): Promise<void> {
    await within('readwrite', work);
    news.tell();
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
        await settled(runs.put(kept?.isNamed ? { ...run, name: kept.name, isNamed: true } : run));
      }),
    rename: (id, name) =>
      change(async (runs) => {
        const run: PastRun | undefined = await settled(runs.get(id));
        // Another tab may have deleted it meanwhile.
        if (run) await settled(runs.put({ ...run, name, isNamed: true }));
      }),
    remove: (id) => change(async (runs) => void (await settled(runs.delete(id)))),
    watch: news.watch,
  };
}
