/** So long a browser may be kept from its reader at a time: half a frame. */
const TURN_MILLISECONDS = 8;

/** Starts one thing after another, and lets the browser draw and answer in between. */
export function startInTurn(starts: readonly (() => unknown)[], from = 0): void {
  const begun = performance.now();
  let next = from;
  while (next < starts.length && performance.now() - begun < TURN_MILLISECONDS) starts[next++]!();
  if (next < starts.length) setTimeout(() => startInTurn(starts, next));
}
