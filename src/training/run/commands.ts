import type { Order, Run } from './run.ts';

/** What the one who holds a run is to tell the worker. */
export type Command =
  /** Ends what there was, and opens the run of this attempt. */
  | { readonly type: 'open' }
  /** Ends the worker. */
  | { readonly type: 'end' }
  | { readonly type: Order; readonly orderNumber: number };

/** What to tell the worker now that a run has become another: nothing, or one thing. */
export function commandAfter(before: Run, after: Run): Command | undefined {
  if (after.attempt !== before.attempt)
    return after.phase === 'loading' ? { type: 'open' } : { type: 'end' };
  if (after.phase !== 'open') return undefined;
  const { order, orderNumber } = after;
  if (before.phase !== 'open') return order === 'pause' ? undefined : { type: order, orderNumber };
  return orderNumber === before.orderNumber ? undefined : { type: order, orderNumber };
}
