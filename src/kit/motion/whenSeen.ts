/** Calls back once, when at least half of the element has come into view. Returns how to stop waiting. */
export function whenSeen(element: Element, callback: () => void): () => void {
  const view = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      view.disconnect();
      callback();
    },
    { threshold: 0.5 },
  );
  view.observe(element);
  return () => view.disconnect();
}
