import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, test, vi } from 'vitest';
import { DEFAULT_CONFIG } from '#training/config.ts';
import { type PastRun, runName, thinHistory } from './pastRun.ts';
import { createRunStore } from './runStore.ts';

const run = (id: string, savedAt: number): PastRun => ({
  id,
  name: `run ${id}`,
  savedAt,
  config: DEFAULT_CONFIG,
  history: { steps: [{ step: 1, loss: 0.5, activeShare: 1 }], evaluations: [] },
  embedding: Float32Array.of(0.25, -1),
  labels: Uint8Array.of(3),
});

describe('the past runs on the device', () => {
  test('survive a reload, the newest first', async () => {
    const device = new IDBFactory();
    const store = createRunStore(device);
    await store.save(run('a', 1));
    await store.save(run('b', 2));
    expect(await createRunStore(device).list()).toEqual([run('b', 2), run('a', 1)]);
  });

  test('can be renamed and deleted', async () => {
    const store = createRunStore(new IDBFactory());
    await store.save(run('a', 1));
    await store.save(run('b', 2));
    await store.rename('a', 'the good one');
    await store.remove('b');
    expect(await store.list()).toEqual([{ ...run('a', 1), name: 'the good one', isNamed: true }]);
  });

  test('keep the name that a reader gave while the run goes on', async () => {
    const store = createRunStore(new IDBFactory());
    await store.save(run('a', 1));
    await store.rename('a', 'mine');
    await store.save(run('a', 2));
    expect(await store.list()).toEqual([{ ...run('a', 2), name: 'mine', isNamed: true }]);
  });

  test('are called anew when they have changed, until a reader names them', async () => {
    const store = createRunStore(new IDBFactory());
    await store.save(run('a', 1));
    await store.save({ ...run('a', 2), name: 'rescued' });
    expect(await store.list()).toEqual([{ ...run('a', 2), name: 'rescued' }]);
  });

  test('that another tab has deleted do not come back by renaming', async () => {
    const device = new IDBFactory();
    const [here, there] = [createRunStore(device), createRunStore(device)];
    await here.save(run('a', 1));
    await there.remove('a');
    await here.rename('a', 'gone');
    expect(await here.list()).toEqual([]);
  });

  test('tell this tab and the others when they change', async () => {
    const device = new IDBFactory();
    const onChange = vi.fn();
    const stop = createRunStore(device).watch(onChange);
    await createRunStore(device).save(run('a', 1));
    await expect.poll(() => onChange.mock.calls.length).toBe(1);
    stop();
    const own = vi.fn();
    const store = createRunStore(device);
    const stopOwn = store.watch(own);
    await store.remove('a');
    expect(own).toHaveBeenCalled();
    stopOwn();
  });

  test('do not keep another tab from deleting the database, and can be kept again after it', async () => {
    const device = new IDBFactory();
    const store = createRunStore(device);
    await store.save(run('a', 1));
    await deleteRaw(device);
    expect(await store.list()).toEqual([]);
    await store.save(run('b', 2));
    expect(await store.list()).toEqual([run('b', 2)]);
  });

  test('are refused in a sentence where the browser has no database, or keeps it closed', async () => {
    await expect(createRunStore(undefined).list()).rejects.toThrow('does not let the page keep');
    const closed = {
      open() {
        throw new DOMException('denied', 'SecurityError');
      },
    } as unknown as IDBFactory;
    await expect(createRunStore(closed).save(run('a', 1))).rejects.toThrow('does not let the page');
  });

  test('say so when the device is full, and keep what was there', async () => {
    const device = new IDBFactory();
    const store = createRunStore(device);
    await store.save(run('a', 1));
    const put = vi.spyOn(objectStoreMethods(await openRaw(device)), 'put');
    put.mockImplementationOnce(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(store.save(run('b', 2))).rejects.toThrow('The device has no room left');
    put.mockRestore();
    expect(await store.list()).toEqual([run('a', 1)]);
  });
});

function openRaw(device: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve) => {
    const request = device.open('contrastive-learning');
    request.onsuccess = () => resolve(request.result);
  });
}

/** As another tab does it: fails where a connection that is still open blocks it. */
function deleteRaw(device: IDBFactory): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = device.deleteDatabase('contrastive-learning');
    request.onsuccess = () => resolve();
    request.onblocked = () => reject(new Error('blocked by an open connection'));
  });
}

/** Where the fake's object stores have their methods. */
function objectStoreMethods(database: IDBDatabase): IDBObjectStore {
  return Object.getPrototypeOf(database.transaction('runs').objectStore('runs'));
}

describe('a run to be remembered', () => {
  test('has its curves in few points, the last step among them', () => {
    const steps = Array.from({ length: 100_000 }, (_, index) => ({
      step: index + 1,
      loss: index,
      activeShare: 0,
    }));
    const thinned = thinHistory({ steps, evaluations: [] });
    expect(thinned.steps.length).toBeLessThanOrEqual(600);
    expect(thinned.steps.length).toBeGreaterThan(500);
    expect(thinned.steps.at(-1)!.step).toBe(100_000);
    expect(thinHistory(thinned)).toEqual(thinned);
  });

  test('is called after what was chosen', () => {
    expect(runName({ config: DEFAULT_CONFIG })).toBe('batch-all, margin 0.5, seed 1');
    expect(runName({ config: { ...DEFAULT_CONFIG, loss: 'contrastive' } })).toContain(
      'contrastive, batch-all',
    );
  });

  test('is called after what it was changed to in mid-run, too', () => {
    const config = { ...DEFAULT_CONFIG, miner: 'batch-hard' } as const;
    const changes = [{ step: 64, text: 'batch-all' }];
    expect(runName({ config, changes, ownFile: 'mine.csv' })).toBe(
      'mine.csv: batch-hard, margin 0.5, seed 1; from step 64 batch-all',
    );
  });
});
