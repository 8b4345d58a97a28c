/** Calls back once, when one of the elements intersects the window as it is asked. Returns how to stop waiting. */
function onceIn(
  elements: Iterable<Element>,
  asked: IntersectionObserverInit,
  callback: () => void,
): () => void {
  const view = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    view.disconnect();
    callback();
  }, asked);
  for (const element of elements) view.observe(element);
  return () => view.disconnect();
}

/** Calls back once, when at least half of the element has come into view. Returns how to stop waiting. */
export const whenSeen = (element: Element, callback: () => void): (() => void) =>
  onceIn([element], { threshold: 0.5 }, callback);

/** So far from the window, or closer, what can come to life does: beyond its edges, on each side. */
const NEAR = '600px';

/** Calls back once, when one of the elements is near the window. Returns how to stop waiting. */
export const whenNear = (elements: Iterable<Element>, callback: () => void): (() => void) =>
  onceIn(elements, { rootMargin: NEAR }, callback);
