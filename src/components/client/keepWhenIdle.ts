import { savesData } from '#kit/motion/savesData.ts';
import { whenIdle } from '#kit/motion/whenIdle.ts';

/** Where a browser does not tell when it is idle, all of this is less urgent than what is seen. */
const LATER_MILLISECONDS = 2000;

/** Once all else has come, the article is kept for reading without a network, unless data are dear. */
export function keepWhenIdle(): void {
  if (import.meta.env.DEV || !('serviceWorker' in navigator) || savesData()) return;
  const keep = () =>
    whenIdle(() => {
      // Where that is refused, or a file does not come, the page is as it is without.
      import('./offline.ts').then((offline) => offline.keepForOffline()).catch(() => undefined);
    }, LATER_MILLISECONDS);
  if (document.readyState === 'complete') keep();
  else addEventListener('load', keep, { once: true });
}
