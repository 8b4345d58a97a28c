import type { Row } from './report.ts';

const LEAST_REPEATS = 3;
const MOST_REPEATS = 15;
const ENOUGH_MILLISECONDS = 1000;
/** What takes so long is run once: it needs no warming up. */
const LONG_MILLISECONDS = 3000;

/** Times something again and again, after once to warm up. */
export function measure(id: string, what: string, run: () => unknown): Row {
  const time = () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  };
  const first = time();
  if (first > LONG_MILLISECONDS) return { id, what, unit: 'ms', values: [first] };
  const values: number[] = [];
  const begun = performance.now();
  while (
    values.length < LEAST_REPEATS ||
    (values.length < MOST_REPEATS && performance.now() - begun < ENOUGH_MILLISECONDS)
  )
    values.push(time());
  return { id, what, unit: 'ms', values };
}
