/** Has the whole article kept on the device, and offers a newer release when one has been kept. */
import { TAKE_OVER } from '#offline/messages.ts';
import { sitePath } from '../siteAddress.ts';

const ownRelease = () =>
  document.querySelector<HTMLMetaElement>('meta[name="release"]')?.content ?? '';

/** The release that the server has. */
async function newestRelease(): Promise<string> {
  const response = await fetch(sitePath('release.txt'), { cache: 'no-store' });
  return response.ok ? response.text() : ownRelease();
}

function offer(waiting: ServiceWorker): void {
  const notice = document.querySelector<HTMLElement>('[data-newer]');
  if (!notice?.hidden) return;
  notice.hidden = false;
  notice.querySelector('[data-newer-load]')?.addEventListener('click', () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
    waiting.postMessage(TAKE_OVER);
  });
  notice.querySelector('[data-newer-later]')?.addEventListener('click', () => {
    notice.hidden = true;
  });
}

export async function keepForOffline(): Promise<void> {
  const registration = await navigator.serviceWorker.register(sitePath('sw.js'), {
    updateViaCache: 'none',
  });
  const offerNewer = async () => {
    // The first release waits for a moment, too, with none before it.
    const { active, waiting } = registration;
    if (active && waiting && (await newestRelease()) !== ownRelease()) offer(waiting);
  };
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offerNewer);
  });
  document.addEventListener('visibilitychange', () => {
    // A server that is out of reach has nothing newer to tell.
    if (document.visibilityState === 'visible') registration.update().catch(() => undefined);
  });
  await offerNewer();
}
