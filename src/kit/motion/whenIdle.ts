/** Some browsers do not tell when they are idle: then a while is waited for. */
const SOON_MILLISECONDS = 200;

/** Calls back when the page has nothing else to do. Returns how to stop waiting. */
export function whenIdle(callback: () => void): () => void {
  if ('requestIdleCallback' in window) {
    const request = requestIdleCallback(callback);
    return () => cancelIdleCallback(request);
  }
  const timer = setTimeout(callback, SOON_MILLISECONDS);
  return () => clearTimeout(timer);
}
