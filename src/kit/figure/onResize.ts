/**
 * Calls back when an element gets another size on the page, or other pixels on the screen: zoomed, or
 * moved to a screen with another resolution. Returns how to stop.
 */
export function onResize(element: Element, callback: () => void): () => void {
  const observer = new ResizeObserver(callback);
  observer.observe(element);
  let resolution: MediaQueryList | undefined;
  const changed = () => {
    follow();
    callback();
  };
  // The query holds for one resolution: after a change the next one is asked for.
  const follow = () => {
    resolution?.removeEventListener('change', changed);
    resolution = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    resolution.addEventListener('change', changed);
  };
  follow();
  return () => {
    observer.disconnect();
    resolution?.removeEventListener('change', changed);
  };
}
