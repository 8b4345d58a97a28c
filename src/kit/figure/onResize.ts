/**
 * Calls back when an element gets another size on the page, or the screen another resolution: zoomed, or
 * changed for another one. Returns how to stop.
 */
export function onResize(element: Element, callback: () => void): () => void {
  const observer = new ResizeObserver(callback);
  observer.observe(element);
  const stopAsking = onResolution(callback);
  return () => {
    observer.disconnect();
    stopAsking();
  };
}

/** Calls back when the screen gets another resolution. Returns how to stop. */
function onResolution(callback: () => void): () => void {
  const stopped = new AbortController();
  // A query holds for one resolution: after a change the next one is asked for.
  const follow = () => {
    const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    const changed = () => {
      follow();
      callback();
    };
    query.addEventListener('change', changed, { once: true, signal: stopped.signal });
  };
  follow();
  return () => stopped.abort();
}
