/** On a thread of its own, which nothing delays: lets processes run in turns only, until it is told to stop. */
import { workerData } from 'node:worker_threads';

export interface Pauses {
  readonly processes: readonly number[];
  /** How many times as long everything is to take. */
  readonly factor: number;
  /** 1 once it is to stop. */
  readonly over: Int32Array;
}

/** As short as a frame bears, and so long that caches are worth filling. */
const TURN_MS = 4;

const { processes, factor, over } = workerData as Pauses;
const signal = (name: 'SIGSTOP' | 'SIGCONT') => {
  for (const id of processes) process.kill(id, name);
};

const sleep = (milliseconds: number) => Atomics.wait(over, 0, 0, milliseconds);

let changed = performance.now();
/** Milliseconds since it was asked last: signals take their time, and others on the machine too. */
function elapsed(): number {
  const last = changed;
  changed = performance.now();
  return changed - last;
}

// A turn that was longer than it should be is made up for by its pause, and a pause by the next.
let owed = 0;
try {
  while (Atomics.load(over, 0) === 0) {
    signal('SIGCONT');
    sleep(TURN_MS);
    signal('SIGSTOP');
    owed += elapsed() * (factor - 1);
    if (owed > 0) sleep(owed);
    owed -= elapsed();
  }
} finally {
  signal('SIGCONT');
}
