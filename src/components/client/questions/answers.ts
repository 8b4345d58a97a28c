/** The reader's answers, kept on this device only: one entry of its storage, which may refuse it. */

const STORED = 'answers';

/** All answers to a question, in the order in which they were given; the last is the right one or none is. */
export type Given = readonly string[];
export type AllGiven = Readonly<Record<string, Given>>;

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

const isGiven = (value: unknown): value is Given =>
  Array.isArray(value) && value.every((answer) => typeof answer === 'string');

/** What was kept, without anything that is no answer; nothing where nothing can be read. */
function read(storage: Storage | undefined): AllGiven {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(STORED) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(
      Object.entries(kept).filter((entry): entry is [string, Given] => isGiven(entry[1])),
    );
  } catch {
    return {};
  }
}

export interface Answers {
  readonly given: (id: string) => Given;
  readonly add: (id: string, answer: string) => void;
  /** Forgets everything, and returns what there was. */
  readonly clear: () => AllGiven;
  readonly restore: (given: AllGiven) => void;
  /** Calls back now, and after every change. */
  readonly watch: (onChange: () => void) => void;
  /** Whether the answers outlast the page, as far as is known. */
  readonly areKept: () => boolean;
}

export function createAnswers(storage: Storage | undefined): Answers {
  let all = read(storage);
  let areKept = storage !== undefined;
  const watchers: (() => void)[] = [];
  const change = (next: AllGiven) => {
    all = next;
    try {
      if (Object.keys(all).length === 0) storage?.removeItem(STORED);
      else storage?.setItem(STORED, JSON.stringify(all));
    } catch {
      // Refused or full: the answers then last as long as the page.
      areKept = false;
    }
    for (const watcher of watchers) watcher();
  };
  return {
    given: (id) => (Object.hasOwn(all, id) ? all[id]! : []),
    add: (id, answer) => change({ ...all, [id]: [...(all[id] ?? []), answer] }),
    clear() {
      const before = all;
      change({});
      return before;
    },
    restore: change,
    watch(onChange) {
      watchers.push(onChange);
      onChange();
    },
    areKept: () => areKept,
  };
}

/** This device's storage, or undefined where even asking for it is refused. */
export function deviceStorage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
