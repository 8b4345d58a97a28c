import { whenIdle } from './whenIdle.ts';

/**
 * Calls back once, when the element is within a window's height of the window and the page has nothing
 * else to do. Returns how to stop waiting.
 */
export function whenIdleNear(element: Element, callback: () => void): () => void {
  let stopIdle = () => {};
  const view = new IntersectionObserver(
    (entries) => {
      stopIdle();
      if (!entries.at(-1)!.isIntersecting) return;
      stopIdle = whenIdle(() => {
        view.disconnect();
        callback();
      });
    },
    { rootMargin: '100% 0px' },
  );
  view.observe(element);
  return () => {
    view.disconnect();
    stopIdle();
  };
}
