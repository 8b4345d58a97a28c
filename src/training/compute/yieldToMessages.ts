/** A task of its own, without the delay that timers have: waiting messages are taken in before it. */
export function createYield(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return () =>
    new Promise<void>((resolve) => {
      port1.onmessage = () => resolve();
      port2.postMessage(undefined);
    });
}
