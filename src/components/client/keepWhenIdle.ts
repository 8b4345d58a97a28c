import { savesData } from '#kit/motion/savesData.ts';

/** Safari has no `requestIdleCallback`. */
const whenIdle = (work: () => void) =>
  'requestIdleCallback' in window ? requestIdleCallback(work) : setTimeout(work, 2000);

/** Once all else has come, the article is kept for reading without a network, unless data are dear. */
export function keepWhenIdle(): void {
  if (import.meta.env.DEV || !('serviceWorker' in navigator) || savesData()) return;
  const keep = () =>
    whenIdle(() => {
      // Where that is refused, or a file does not come, the page is as it is without.
      import('./offline.ts').then((offline) => offline.keepForOffline()).catch(() => undefined);
    });
  if (document.readyState === 'complete') keep();
  else addEventListener('load', keep, { once: true });
}
