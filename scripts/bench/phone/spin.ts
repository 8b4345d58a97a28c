/** Milliseconds of work that is always the same. Runs in a page or a worker: it may use nothing from around it. */
export function spin(): number {
  const started = performance.now();
  let sum = 0;
  for (let i = 0; i < 1e8; i++) sum += i % 7;
  return sum > 0 ? performance.now() - started : Number.NaN;
}
