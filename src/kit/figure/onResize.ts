/**
 * Calls back when an element gets another size on the page, or other pixels on the screen: zoomed, or
 * moved to a screen with another resolution. Returns how to stop.
 */
export function onResize(element: Element, callback: () => void): () => void {
  const observer = new ResizeObserver(callback);
  try {
    observer.observe(element, { box: 'device-pixel-content-box' });
    return () => observer.disconnect();
  } catch {
    // WebKit does not watch the screen's pixels: there it is the resolution that is asked for.
    observer.observe(element);
    const stopAsking = onResolution(callback);
    return () => {
      observer.disconnect();
      stopAsking();
    };
  }
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
