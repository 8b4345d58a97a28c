/**
 * A task of its own, without the delay that timers have: waiting messages are taken in before it.
 * Several may wait at the same time, as a run that is ending and the one that follows it do.
 */
export function createYield(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise<void>((resolve) => {
      waiting.push(resolve);
      port2.postMessage(undefined);
    });
}
