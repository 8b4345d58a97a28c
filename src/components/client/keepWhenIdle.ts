import { savesData } from '#kit/motion/savesData.ts';
import { whenIdle } from '#kit/motion/whenIdle.ts';

/** First come the figures in view and near it: on a phone the article's files would take turns with theirs. */
const LATER_MILLISECONDS = 5000;

/** A while after all else has come, the article is kept for reading without a network, unless data are dear. */
export function keepWhenIdle(): void {
  if (import.meta.env.DEV || !('serviceWorker' in navigator) || savesData()) return;
  const keep = () =>
    whenIdle(() => {
      // Where that is refused, or a file does not come, the page is as it is without.
      import('./offline.ts').then((offline) => offline.keepForOffline()).catch(() => undefined);
    });
  const keepLater = () => setTimeout(keep, LATER_MILLISECONDS);
  if (document.readyState === 'complete') keepLater();
  else addEventListener('load', keepLater, { once: true });
}
