import { createRunStore } from './runStore.ts';

/** Some browsers throw when a page that may keep nothing only asks for the database. */
function findFactory(): IDBFactory | undefined {
  try {
    return globalThis.indexedDB;
  } catch {
    return undefined;
  }
}

/** The past runs of this device. */
export const runs = createRunStore(findFactory());
